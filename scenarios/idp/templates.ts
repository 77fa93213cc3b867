import type { Members } from './probe.ts';

/** Redirect URIs that nobody has to answer: `.example` is reserved (RFC 2606). */
export const webRedirect = 'https://app.example/callback';
export const nativeLoopback = 'http://127.0.0.1/callback';
export const nativeScheme = 'com.example.app:/callback';

/** The four application types of the product, as a good client would register them. */
export const clientTypes = ['b2b', 'web', 'spa', 'native'] as const;
export type ClientType = (typeof clientTypes)[number];

/** Only what RFC 7591 §2 needs; all else is the server's default. */
export const minimal: Readonly<Record<ClientType, Members>> = {
  b2b: { grant_types: ['client_credentials'], response_types: [] },
  web: { redirect_uris: [webRedirect] },
  spa: { redirect_uris: [webRedirect], token_endpoint_auth_method: 'none' },
  native: { redirect_uris: [nativeScheme], token_endpoint_auth_method: 'none', application_type: 'native' },
};

/** Every member stated that matters for the type. */
export const explicit: Readonly<Record<ClientType, Members>> = {
  b2b: {
    redirect_uris: [],
    grant_types: ['client_credentials'],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  },
  web: {
    application_type: 'web',
    redirect_uris: [webRedirect],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  },
  spa: {
    application_type: 'web',
    redirect_uris: [webRedirect],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  native: {
    application_type: 'native',
    redirect_uris: [nativeLoopback, nativeScheme],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
};

/** As Gravitee APIM 3.20 to 4.13 puts it on the wire: no auth method, and its own application types. */
export const asApim: Readonly<Record<ClientType, Members>> = {
  b2b: {
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
    application_type: 'backend_to_backend',
  },
  web: {
    redirect_uris: [webRedirect],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    application_type: 'web',
  },
  spa: {
    redirect_uris: [webRedirect],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    application_type: 'browser',
  },
  native: {
    redirect_uris: [nativeScheme],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    application_type: 'native',
  },
};
