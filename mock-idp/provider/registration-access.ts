import type Provider from 'oidc-provider';
import { objectOf } from '../../src/recording/body.ts';
import { bearerOf, refuse, type Middleware } from './bearer.ts';

/** Seconds that the token lives which stands in for the administrator's own; it is taken back after the request. */
const standInLifetime = 60;

/**
 * Lets an access token of the `client_credentials` grant that has the admin scope open the registration endpoint, as
 * Gravitee Access Management does. Stock oidc-provider takes only its own initial access tokens; every other token,
 * and none, is left to it: it answers 401 as RFC 6750 §3.1 says.
 */
export const admitAdminToken =
  (provider: Provider, adminScope: string): Middleware =>
  async (ctx, next) => {
    const token = bearerOf(ctx);
    const isRegistration = ctx.method === 'POST' && ctx.path === '/reg';
    const granted = isRegistration && token !== undefined ? await provider.ClientCredentials.find(token) : undefined;
    if (granted === undefined) return next();
    if (!scopesOf(granted.scope).has(adminScope))
      return refuse(ctx, provider.issuer, {
        status: 403,
        error: 'insufficient_scope',
        description: `the access token lacks the scope ${adminScope}`,
        scope: adminScope,
      });
    const standIn = new provider.InitialAccessToken({ expiresIn: standInLifetime });
    ctx.req.headers.authorization = `Bearer ${await standIn.save()}`;
    await next();
    await standIn.destroy();
  };

/**
 * The same token opens the configuration endpoint of every client, as Gravitee Access Management has it. The answer is without
 * the registration access token: that of the client stays the one it has.
 */
export const admitAdminToManage =
  (provider: Provider, adminScope: string): Middleware =>
  async (ctx, next) => {
    const clientId = /^\/reg\/([^/]+)$/.exec(ctx.path)?.[1];
    const token = bearerOf(ctx);
    const granted = clientId !== undefined && token !== undefined && (await provider.ClientCredentials.find(token));
    if (!granted || !scopesOf(granted.scope).has(adminScope) || !(await isRegistered(provider, clientId)))
      return next();
    const { RegistrationAccessToken } = provider;
    const standIn = Object.assign(new RegistrationAccessToken(), { clientId, expiresIn: standInLifetime });
    ctx.req.headers.authorization = `Bearer ${await standIn.save()}`;
    await next();
    await standIn.destroy();
    const body = objectOf(ctx.body);
    if (body === undefined) return;
    const { registration_access_token: _token, registration_client_uri: _uri, ...metadata } = body;
    ctx.body = metadata;
  };

/** A client of an administrator was not registered, and cannot be managed so. */
const isRegistered = async (provider: Provider, clientId: string) =>
  (await provider.Client.find(clientId))?.clientIdIssuedAt !== undefined;

const scopesOf = (scope: string | undefined): ReadonlySet<string> => new Set(scope?.split(' '));
