import type { ProbeCase } from '../case.ts';
import { leakedKeys, publicKeys } from '../public-keys.ts';
import { refusalCase } from './refusal-case.ts';

const web = (name: string, title: string, wrong: Readonly<Record<string, unknown>>, twin?: string): ProbeCase =>
  refusalCase({
    name,
    title: `register a Web client with ${title}`,
    wrong,
    ...(twin !== undefined && { twin }),
  });

/** Members that contradict each other or have a value that cannot be. */
export const metadataCases: readonly ProbeCase[] = [
  web('refuse-code-without-grant', 'response type code and the grant client_credentials alone', {
    grant_types: ['client_credentials'],
  }),
  web('refuse-token-without-grant', 'response type token and no implicit grant', { response_types: ['code', 'token'] }),
  web('refuse-grant-unknown', 'a grant that nobody knows', { grant_types: ['authorization_code', 'dcrh_unknown'] }),
  web('refuse-response-type-unknown', 'a response type that nobody knows', {
    response_types: ['code', 'dcrh_unknown'],
  }),
  web('refuse-auth-method-unknown', 'an auth method that nobody knows', { token_endpoint_auth_method: 'dcrh_unknown' }),
  web(
    'refuse-jwks-twice',
    'keys by value and by reference',
    { jwks: publicKeys, jwks_uri: 'https://app.example/jwks' },
    'register-jwks',
  ),
  web('refuse-jwks-array', 'a list of keys that is no JWK set', { jwks: publicKeys.keys }, 'register-jwks'),
  web('refuse-jwks-private', 'a private key', { jwks: leakedKeys }, 'register-jwks'),
  web('refuse-private-key-jwt-keyless', 'the auth method private_key_jwt and no key', {
    token_endpoint_auth_method: 'private_key_jwt',
  }),
  refusalCase({
    name: 'refuse-sector-http',
    title: 'register a Web client with an http sector identifier',
    needs: ['pairwise'],
    wrong: {
      subject_type: 'pairwise',
      sector_identifier_uri: 'http://app.example/sector.json',
    },
  }),
  refusalCase({
    name: 'refuse-sector-unreachable',
    title: 'register a Web client with a sector identifier that nobody serves',
    needs: ['pairwise'],
    wrong: {
      subject_type: 'pairwise',
      sector_identifier_uri: 'https://sector.invalid/sector.json',
    },
  }),
  web('refuse-login-uri-http', 'an http address that starts the login', {
    initiate_login_uri: 'http://app.example/login',
  }),
  refusalCase({
    name: 'refuse-id-token-unsigned',
    title: 'register a Web client with unsigned ID tokens from the authorization endpoint',
    twin: 'register-implicit',
    needs: ['implicit'],
    wrong: { grant_types: ['implicit'], response_types: ['id_token'], id_token_signed_response_alg: 'none' },
  }),
  web('refuse-id-token-enc-alone', 'encrypted ID tokens and no algorithm for the key', {
    id_token_encrypted_response_enc: 'A128CBC-HS256',
  }),
  web('refuse-userinfo-enc-alone', 'encrypted user information and no algorithm for the key', {
    userinfo_encrypted_response_enc: 'A128CBC-HS256',
  }),
  web('refuse-request-object-enc-alone', 'encrypted request objects and no algorithm for the key', {
    request_object_encryption_enc: 'A128CBC-HS256',
  }),
  web('refuse-subject-type-unknown', 'a subject type that nobody knows', { subject_type: 'dcrh_unknown' }),
  web('refuse-scope-array', 'scope as an array', { scope: ['openid'] }, 'register-web-scope'),
  web('refuse-name-number', 'a number for a name', { client_name: 4711 }),
  web('refuse-auth-method-array', 'a list of auth methods', {
    token_endpoint_auth_method: ['client_secret_basic'],
  }),
  web('refuse-grants-text', 'grant_types as a text', { grant_types: 'authorization_code' }),
];
