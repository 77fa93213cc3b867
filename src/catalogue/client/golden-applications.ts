import type { Application, ApplicationType } from '../../recording/recording.ts';
import { stringsOf } from '../select.ts';
import { clientIdOf, type Json } from './golden-story.ts';

/** What a person typed, and what of the registration does not follow from the type. */
export interface Wish {
  readonly name: string;
  readonly type: Exclude<ApplicationType, 'simple'>;
  readonly through: Application['through'];
  readonly metadata?: Json;
}

const redirectsOf: Readonly<Record<Wish['type'], readonly string[]>> = {
  backend_to_backend: [],
  web: ['https://lone.example/cb'],
  browser: ['https://spa.example/cb', 'http://localhost:8080/cb'],
  native: ['com.example.app:/cb', 'http://127.0.0.1:8765/cb'],
};

const grantsOf: Readonly<Record<Wish['type'], readonly string[]>> = {
  backend_to_backend: ['client_credentials'],
  web: ['authorization_code', 'refresh_token'],
  browser: ['authorization_code'],
  native: ['authorization_code'],
};

/** Everything that a good product states when it registers an application. */
export const metadataOf = ({ name, type, metadata }: Wish, softwareId: string | undefined): Json => ({
  client_name: name,
  client_uri: 'https://app.example/',
  redirect_uris: redirectsOf[type],
  grant_types: grantsOf[type],
  response_types: type === 'backend_to_backend' ? [] : ['code'],
  token_endpoint_auth_method: type === 'browser' || type === 'native' ? 'none' : 'client_secret_basic',
  application_type: type === 'native' ? 'native' : 'web',
  scope: 'openid profile',
  software_id: softwareId,
  ...metadata,
});

/** The application as the three sides show it once it is registered. */
export function applicationOf({ name, type, through }: Wish, registered: Json): Application {
  const redirectUris = [...(stringsOf(registered['redirect_uris']) ?? [])];
  const grantTypes = [...(stringsOf(registered['grant_types']) ?? [])];
  const view = { clientId: clientIdOf(name), name, grantTypes, redirectUris };
  return {
    name,
    type,
    through,
    redirectUris,
    grantTypes,
    outcome: 'created',
    idp: view,
    api: view,
    console: through === 'console' ? view : null,
    portal: through === 'portal' ? view : null,
  };
}

/** An application without a client: a simple one, or one that the product refused. */
export const unregistered = (name: string, type: ApplicationType, outcome: Application['outcome']): Application => ({
  ...{ name, type, through: 'console', redirectUris: [], grantTypes: [], outcome },
  ...{ idp: null, api: null, console: null, portal: null },
});

const oneOfEach = (prefix: string, through: Application['through']): readonly Wish[] => [
  { name: `${prefix} back end`, type: 'backend_to_backend', through },
  { name: `${prefix} web`, type: 'web', through },
  { name: `${prefix} SPA`, type: 'browser', through },
  { name: `${prefix} native`, type: 'native', through },
];

/** The same answers on two pages. */
export const twins: readonly Wish[] = [...oneOfEach('Console', 'console'), ...oneOfEach('Portal', 'portal')];

/** Applications without a twin, so that a mutant of one of them breaks nothing else. */
export const loners: readonly Wish[] = oneOfEach('Lone', 'console');

/** Every member that only some applications send. */
export const everything: Wish = {
  name: 'Everything',
  type: 'web',
  through: 'management-api',
  metadata: {
    'client_name#fr': 'Tout',
    logo_uri: 'https://everything.example/logo.png',
    tos_uri: 'https://everything.example/terms',
    policy_uri: 'https://everything.example/privacy',
    contacts: ['ops@everything.example'],
    redirect_uris: ['https://everything.example/cb', 'https://second.example/cb'],
    grant_types: ['authorization_code', 'implicit', 'refresh_token'],
    response_types: ['code', 'id_token'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    jwks: { keys: [{ kty: 'RSA', n: 'sXch', e: 'AQAB', use: 'sig' }] },
    subject_type: 'pairwise',
    sector_identifier_uri: 'https://everything.example/sector.json',
    default_max_age: 3600,
    require_auth_time: true,
    default_acr_values: ['urn:example:acr:silver'],
    initiate_login_uri: 'https://everything.example/login',
    request_uris: ['https://everything.example/request.jwt'],
    id_token_encrypted_response_alg: 'RSA-OAEP-256',
    id_token_encrypted_response_enc: 'A128CBC-HS256',
  },
};

export const keysByAddress: Wish = {
  name: 'Keys by address',
  type: 'web',
  through: 'portal-api',
  metadata: { jwks_uri: 'https://keys.example/jwks.json', redirect_uris: ['https://keys.example/cb'] },
};

export const withStaticToken: readonly Wish[] = [
  { name: 'Static web', type: 'web', through: 'console' },
  { name: 'Static back end', type: 'backend_to_backend', through: 'console' },
];
