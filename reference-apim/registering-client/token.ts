import { basicAuthorization } from '../../src/oauth/basic.ts';
import { refusal, registrationFailed } from '../refusal.ts';
import { describe, explained, isObject, isSuccess, parsed } from './answers.ts';
import type { Endpoints } from './discovery.ts';
import { calledOnNull } from './json-library.ts';
import type { Quirks } from './quirks.ts';
import type { IdpAnswer, IdpRequest, Send } from './send.ts';

/** How a client of the IdP gets the token that opens the registration endpoint (RFC 7591 §3). */
export type InitialAccess =
  | { kind: 'client_credentials'; clientId: string; clientSecret: string; scopes: readonly string[] }
  | { kind: 'static'; token: string };

const rawBasic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`;

const latin1Byte = (byte: number) => {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '+';
  return /[\w.*-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
};

/** `application/x-www-form-urlencoded` from ISO-8859-1; what that charset lacks becomes a question mark. */
const latin1Form = (value: string) =>
  Array.from(value, (character) => latin1Byte(character.charCodeAt(0) > 255 ? 63 : character.charCodeAt(0))).join('');

const utf8Form = (value: string) => new URLSearchParams([['', value]]).toString().slice(1);

function formOf(fields: readonly (readonly [name: string, value: string])[], quirks: Quirks): string {
  const encode = quirks.latin1Form ? latin1Form : utf8Form;
  return fields.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

type Credentials = Extract<InitialAccess, { kind: 'client_credentials' }>;

/** OpenID Connect Discovery §3: Basic is the default when the metadata names no method. */
const usesPost = (methods: Endpoints['tokenAuthMethods'], quirks: Quirks) =>
  !quirks.alwaysBasic && methods?.includes('client_secret_basic') === false && methods.includes('client_secret_post');

function tokenRequest(url: string, access: Credentials, endpoints: Endpoints, quirks: Quirks): IdpRequest {
  const { clientId, clientSecret, scopes } = access;
  const post = usesPost(endpoints.tokenAuthMethods, quirks);
  const fields: [string, string][] = [['grant_type', 'client_credentials']];
  if (scopes.length > 0) fields.push(['scope', scopes.join(' ')]);
  if (post) fields.push(['client_id', clientId], ['client_secret', clientSecret]);
  const basic = quirks.rawBasic ? rawBasic : basicAuthorization;
  return {
    method: 'POST',
    url,
    authorization: post ? undefined : basic(clientId, clientSecret),
    accept: 'application/json',
    body: { contentType: 'application/x-www-form-urlencoded', text: formOf(fields, quirks) },
  };
}

const isBearer = (type: unknown) => typeof type === 'string' && type.toLowerCase() === 'bearer';

/** RFC 6749 §5.1: `access_token` and `token_type` are required. */
function readToken(answer: IdpAnswer, quirks: Quirks): string {
  if (!isSuccess(answer.status, [200], quirks))
    throw new Error(`Unexpected response from OIDC Token endpoint: ${describe(answer, quirks)}`);
  const body = parsed(answer.text)?.json;
  if (body === null && quirks.strictMembers)
    throw new Error(calledOnNull('token.TokenResponse.getAccessToken()', 'token'));
  if (!isObject(body)) throw new Error('Unexpected response from OIDC Token endpoint: not a JSON object');
  const { access_token, token_type } = body;
  if (!quirks.anyTokenType && !isBearer(token_type))
    throw new Error(`Unexpected response from OIDC Token endpoint: token_type[${String(token_type)}] is not Bearer`);
  if (typeof access_token === 'string' && (access_token !== '' || quirks.bearerNull)) return access_token;
  if (quirks.bearerNull) return 'null';
  throw new Error('Unexpected response from OIDC Token endpoint: no access_token');
}

/** What a missing URL does to the product (Java 17): an error outside of its guarded block. */
export const missingUrl = () => refusal(500, 'Cannot invoke "String.length()" because "this.input" is null');

/** The token for one registration; with `client_credentials` a new one each time. */
export async function initialAccessToken(
  send: Send,
  access: InitialAccess,
  endpoints: Endpoints,
  quirks: Quirks,
): Promise<string> {
  if (access.kind === 'static') return access.token;
  const { token } = endpoints;
  if (token === undefined) throw quirks.endpointsUnchecked ? missingUrl() : registrationFailed('no token_endpoint');
  return explained('Unexpected error while generating an access_token', async () =>
    readToken(await send(tokenRequest(token, access, endpoints, quirks)), quirks),
  );
}
