import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import { bearerOf, refuse, type Context, type Middleware } from './bearer.ts';
import type { Store } from './store.ts';

export interface RenewalOptions {
  store: Store;
  /** Answers with a new registration access token, as after an update. */
  rotate: boolean;
}

/** As long as those that oidc-provider makes. */
const newSecret = () => randomBytes(64).toString('base64url');

/** The client id in `POST /reg/<client_id>/renew_secret`, the address that Gravitee Access Management has for it. */
const clientIdOf = ({ method, path }: Context) =>
  method === 'POST' ? /^\/reg\/([^/]+)\/renew_secret$/.exec(path)?.[1] : undefined;

/** Secret renewal as Gravitee Access Management does it: no specification has one. The old secret is dead at once. */
export const renewSecret =
  (provider: Provider, { store, rotate }: RenewalOptions): Middleware =>
  async (ctx, next) => {
    const clientId = clientIdOf(ctx);
    if (clientId === undefined) return next();
    const token = await authorized(provider, ctx, clientId);
    if (token === undefined) return;
    const client = await provider.Client.find(clientId);
    if (client?.clientSecret === undefined)
      return refuse(ctx, provider.issuer, {
        status: 400,
        error: 'invalid_request',
        description: 'the client has no secret to renew',
        challenge: 'none',
      });
    await store.clients.upsert(clientId, { ...client.metadata(), client_secret: newSecret() });
    const renewed = await provider.Client.find(clientId);
    ctx.set('cache-control', 'no-store');
    ctx.body = {
      ...renewed?.metadata(),
      registration_access_token: rotate ? await rotated(provider, token) : bearerOf(ctx),
      registration_client_uri: new URL(provider.pathFor('client', { clientId }), ctx.href).href,
    };
  };

type RegistrationAccessToken = InstanceType<Provider['RegistrationAccessToken']>;

/** RFC 7592 §2: a token that is used at another client's address is revoked. */
async function authorized(
  provider: Provider,
  ctx: Context,
  clientId: string,
): Promise<RegistrationAccessToken | undefined> {
  const bearer = bearerOf(ctx);
  const found = bearer === undefined ? undefined : await provider.RegistrationAccessToken.find(bearer);
  if (found?.clientId === clientId) return found;
  await found?.destroy();
  refuse(ctx, provider.issuer, {
    status: 401,
    error: 'invalid_token',
    description: bearer === undefined ? 'no access token provided' : 'invalid token provided',
    ...(bearer === undefined && { challenge: 'bare' }),
  });
  return undefined;
}

async function rotated(provider: Provider, old: RegistrationAccessToken): Promise<string> {
  const { RegistrationAccessToken } = provider;
  const next = Object.assign(new RegistrationAccessToken(), { clientId: old.clientId });
  await old.destroy();
  return next.save();
}
