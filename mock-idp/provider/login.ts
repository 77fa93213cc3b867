import { timingSafeEqual, createHash } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { Context, Middleware } from './bearer.ts';

/** Someone who can sign in at the mock. */
export interface TestUser {
  readonly name: string;
  readonly password: string;
}

/** Longest form that is read, in characters. */
const longestForm = 4096;

/** A sign-in page and a consent page for one test user, at the address that oidc-provider sends a browser to. */
export const signIn =
  (provider: Provider, user: TestUser): Middleware =>
  async (ctx, next) => {
    if (!/^\/interaction\/[^/]+$/.test(ctx.path)) return next();
    ctx.set('cache-control', 'no-store');
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    const { name } = interaction.prompt;
    if (ctx.method === 'GET') return void (ctx.body = await pageOf(provider, interaction));
    const form = await formOf(ctx);
    if (form.has('cancel')) return finish(provider, ctx, { error: 'access_denied' });
    if (name === 'consent')
      return finish(provider, ctx, { consent: { grantId: await granted(provider, interaction) } });
    if (isUser(form, user)) return finish(provider, ctx, { login: { accountId: user.name } });
    ctx.status = 401;
    ctx.body = await pageOf(provider, interaction, 'Wrong user name or password.');
  };

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Result = Parameters<Provider['interactionResult']>[2];

async function finish(provider: Provider, ctx: Context, result: Result): Promise<void> {
  const address = await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: true });
  ctx.redirect(address);
  ctx.status = 303;
}

async function formOf({ req }: Context): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of req) {
    text += String(chunk);
    if (text.length > longestForm) break;
  }
  return new URLSearchParams(text);
}

const digest = (text: string) => createHash('sha256').update(text).digest();

const isUser = (form: URLSearchParams, { name, password }: TestUser) =>
  form.get('username') === name && timingSafeEqual(digest(form.get('password') ?? ''), digest(password));

/** Everything that the request asks for and the session does not have yet. */
async function granted(provider: Provider, { grantId, session, params, prompt }: Interaction): Promise<string> {
  const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant =
    found ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
  const { missingOIDCScope, missingOIDCClaims } = prompt.details as Partial<Record<string, string[]>>;
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims);
  return grant.save();
}

async function pageOf(provider: Provider, { prompt, params }: Interaction, problem = ''): Promise<string> {
  const client = await provider.Client.find(String(params['client_id']));
  const name = client?.clientName ?? String(params['client_id']);
  return prompt.name === 'login' ? loginPage(name, problem) : consentPage(name, client?.metadata() ?? {});
}

const loginPage = (name: string, problem: string) =>
  page(
    'Sign in',
    `<p>to continue to ${escaped(name)}</p><p role="alert">${escaped(problem)}</p><form method="post">
<label>User name <input name="username" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Sign in</button></form>`,
  );

const consentPage = (name: string, metadata: Readonly<Record<string, unknown>>) =>
  page(
    'Consent',
    `<p>${escaped(name)} asks for access.</p>${logoOf(metadata['logo_uri'])}
<ul>${['client_uri', 'policy_uri', 'tos_uri'].map((member) => linkTo(metadata[member])).join('')}</ul>
<form method="post"><button type="submit" name="consent">Continue</button>
<button type="submit" name="cancel">Cancel</button></form>`,
  );

const page = (title: string, content: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${content}</html>`;

const logoOf = (url: unknown) => (typeof url === 'string' ? `<img alt="logo" src="${escaped(url)}">` : '');
const linkTo = (url: unknown) =>
  typeof url === 'string' ? `<li><a href="${escaped(url)}">${escaped(url)}</a></li>` : '';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** RFC 7591 §5: what a client says of itself is not to be trusted. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
