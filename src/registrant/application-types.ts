import type { Metadata } from './metadata.ts';

/**
 * What is registered for each type of application. OpenID Connect Dynamic Client Registration 1.0 §2 knows `web` and
 * `native`; a client that cannot keep a secret asks for none (RFC 8252 §8.5, RFC 6749 §2.1); one without a redirect flow
 * says so with empty lists, as leaving them out means `code` (RFC 7591 §2).
 */
export const applicationTypes = {
  web: {
    application_type: 'web',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  },
  browser: {
    application_type: 'web',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  native: {
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  backend_to_backend: {
    application_type: 'web',
    grant_types: ['client_credentials'],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  },
} as const satisfies Record<string, Metadata>;

export type RegistrableType = keyof typeof applicationTypes;

/** A client that is never redirected to needs no address for it (RFC 7591 §2). */
export const isRedirected = (type: RegistrableType): boolean => type !== 'backend_to_backend';
