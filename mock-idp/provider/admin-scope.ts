import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { stringOf } from '../../src/recording/body.ts';
import type { Middleware } from './bearer.ts';

type ExtraClientMetadata = NonNullable<Configuration['extraClientMetadata']>;

/** The library calls a validator once for each property that is declared; nothing is ever stored in this one. */
const property = 'administrator';

const includes = (scope: string | undefined, wanted: string): boolean => scope?.split(' ').includes(wanted) === true;

/** A client that registers itself does not get the administrator's scope: it could register others in turn. */
export const refuseAdminScope = (adminScope: string): ExtraClientMetadata => ({
  properties: [property],
  validator(ctx, _key, _value, metadata) {
    const members: Record<string, unknown> = metadata;
    members[property] = undefined;
    if (ctx !== undefined && includes(stringOf(members['scope']), adminScope))
      throw new errors.InvalidClientMetadata(`the scope ${adminScope} is for administrators`);
  },
});

/** One of a client that registered without a scope: to the library it may then ask for each that there is. */
export const withholdAdminScope =
  (adminScope: string): Middleware =>
  async (ctx, next) => {
    await next();
    const { client, entities } = (ctx as Partial<KoaContextWithOIDC>).oidc ?? {};
    const token = entities?.ClientCredentials;
    if (client?.clientIdIssuedAt === undefined || !includes(token?.scope, adminScope)) return;
    await token?.destroy();
    ctx.status = 400;
    ctx.body = { error: 'invalid_scope', error_description: 'requested scope is not allowed', scope: adminScope };
  };

/** Each validator is asked about its own properties. */
export const together = (...all: readonly ExtraClientMetadata[]): ExtraClientMetadata => ({
  properties: all.flatMap(({ properties = [] }) => properties),
  validator(ctx, key, value, metadata) {
    for (const { properties, validator } of all)
      if (properties?.includes(key) === true) validator?.(ctx, key, value, metadata);
  },
});
