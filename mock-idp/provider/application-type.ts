import { errors, type Configuration } from 'oidc-provider';
import { objectOf, stringOf } from '../../src/recording/body.ts';
import type { Middleware } from './bearer.ts';

/** Member of the stored metadata that keeps the application type as it was sent. Never in an answer. */
const sentType = 'sent_application_type';

/**
 * Gravitee Access Management takes and echoes any `application_type`. oidc-provider knows `web` and `native`, so it is
 * told one of these. AM 4.6 also refuses a registration without the member `redirect_uris`, and takes null as empty.
 */
export const takeAnyApplicationType: NonNullable<Configuration['extraClientMetadata']> = {
  properties: [sentType],
  validator(ctx, _key, _value, metadata) {
    if (ctx === undefined) return;
    const members: Record<string, unknown> = metadata;
    members[sentType] = undefined;
    const sent = stringOf(members['application_type']);
    if (sent !== undefined && sent !== 'web' && sent !== 'native') {
      members[sentType] = sent;
      metadata.application_type = sent.toLowerCase() === 'native' ? 'native' : 'web';
    }
    if (members['redirect_uris'] === undefined)
      throw new errors.InvalidClientMetadata('redirect_uris is missing or invalid');
    if (members['redirect_uris'] === null) metadata.redirect_uris = [];
  },
};

/** Client metadata with the application type as the client sent it. */
export function asSent(metadata: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { [sentType]: sent, ...rest } = metadata;
  return sent === undefined ? rest : { ...rest, application_type: sent };
}

/** Puts the application type back into answers as it was sent. */
export const echoApplicationType: Middleware = async (ctx, next) => {
  await next();
  const body = objectOf(ctx.body);
  if (body !== undefined && sentType in body) ctx.body = asSent(body);
};
