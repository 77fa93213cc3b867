import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { TestUser } from '../api.ts';
import type { Context, Middleware } from './bearer.ts';

const isInteraction = ({ path }: Context) => /^\/interaction\/[^/]+$/.test(path);

/**
 * A person signs in with user name and password and agrees to whatever the client asks for (OpenID Connect Core §3.1.2). A page
 * asks for consent only where the client wants it, with `prompt=consent`.
 */
export const signInPage =
  (provider: Provider, user: TestUser): Middleware =>
  async (ctx, next) => {
    if (!isInteraction(ctx)) return next();
    const { prompt, params } = await provider.interactionDetails(ctx.req, ctx.res);
    const isAsked = String(params['prompt']).split(' ').includes('consent') && ctx.method !== 'POST';
    if (prompt.name === 'consent' && isAsked)
      return show(ctx, 200, consentPage(await provider.Client.find(String(params['client_id']))));
    if (prompt.name === 'consent') return finish(provider, ctx, { consent: { grantId: await agreed(provider, ctx) } });
    if (ctx.method !== 'POST') return show(ctx, 200, signIn(''));
    const form = new URLSearchParams(await text(ctx.req));
    const isRight = form.get('username') === user.username && form.get('password') === user.password;
    return isRight ? finish(provider, ctx, { login: { accountId: user.username } }) : show(ctx, 401, signIn(wrong));
  };

type Result = Parameters<Provider['interactionFinished']>[2];

/** The library answers by itself, so nothing is left to the framework. */
async function finish(provider: Provider, ctx: Context, result: Result): Promise<void> {
  const merge = { mergeWithLastSubmission: true };
  const to = await provider.interactionResult(ctx.req, ctx.res, result, merge);
  ctx.status = 303;
  ctx.set('location', to);
}

async function agreed(provider: Provider, ctx: Context): Promise<string> {
  const { params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) });
  const { scope } = params;
  grant.addOIDCScope(typeof scope === 'string' ? scope : 'openid');
  return grant.save();
}

const wrong = '<p role="alert">User name or password is wrong.</p>';

function show(ctx: Context, status: 200 | 401, content: string): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set('cache-control', 'no-store');
  ctx.body = page(content);
}

const page = (content: string) => `<!doctype html>
<html lang="en">
<title>Sign in · Mock IdP</title>
<meta name="viewport" content="width=device-width">
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 20rem; margin: 15vh auto 0; padding: 0 1rem; color: #1e1e1e; }
  label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
  label { margin-top: 1rem; }
  input, button { padding: .5rem; border: 1px solid #6b6b6b; border-radius: 4px; }
  button { margin-top: 1.5rem; background: #1a4f8b; color: #fff; }
</style>
${content}</html>
`;

const signIn = (alert: string) => `<h1>Sign in</h1>
${alert}<form method="post">
  <label>User name <input name="username" autocomplete="username" required></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
  <button>Sign in</button>
</form>
`;

type Client = Awaited<ReturnType<Provider['Client']['find']>>;

/** The client as it registered itself, so nothing of it is markup, and an address is a link only when it is https. */
function consentPage(client: Client): string {
  const links = [
    ['Privacy policy', client?.policyUri],
    ['Terms of service', client?.tosUri],
  ].filter(([, address]) => isHttps(address));
  const logo = isHttps(client?.logoUri) ? `<img src="${escape(client?.logoUri)}" alt="">` : '';
  return `<h1>${escape(client?.clientName ?? client?.clientId)} wants to know who you are</h1>
${logo}${links.map(([says, address]) => `<p><a href="${escape(address)}">${escape(says)}</a></p>`).join('\n')}
<form method="post">
  <button>Allow</button>
</form>
`;
}

const isHttps = (address: string | undefined): boolean => address?.startsWith('https://') === true;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text = ''): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
