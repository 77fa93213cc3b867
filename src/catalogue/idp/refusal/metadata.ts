import { connect } from '../../define.ts';
import { interoperability, registration10, rfc7517, rfc7591 } from '../../specs.ts';
import { objectOf } from '../../../recording/body.ts';
import { stringsOf } from '../../select.ts';
import { defineIdpChecks } from '../define.ts';
import { isRefusal, isRefusedOr, isRefusedOrChanged, isRefusedOrDropped, isRefusedOrWithout } from './demands.ts';
import { privateParts } from '../registration/demands.ts';
import { refusalCheck } from './refusal-check.ts';

const has = (list: unknown, value: string) => stringsOf(list)?.some((one) => one.split(' ').includes(value)) === true;

/** RFC 7591 §2.1. A list that the answer leaves out is its default (§2); that it is left out is another rule's matter. */
const isRefusedOrPaired = (response: string, grant: string) =>
  isRefusedOr(
    `a client whose response type ${response} has the grant ${grant}`,
    ({ response_types: responses = ['code'], grant_types: grants = ['authorization_code'] }) =>
      !has(responses, response) || has(grants, grant),
  );

const isPublicSet = (jwks: unknown): boolean => {
  if (jwks === undefined) return true;
  const keys: unknown = objectOf(jwks)?.['keys'];
  return Array.isArray(keys) && keys.every((key) => !privateParts.some((part) => part in Object(key)));
};

/** Members that contradict each other or cannot be. */
export const metadata = defineIdpChecks(
  refusalCheck({
    id: 'IE-16',
    slug: 'code-needs-its-grant',
    title: 'refuses or mends response type code without its grant',
    spec: [rfc7591('2.1'), registration10('2')],
    level: 'MUST',
    levelIn: { oauth: 'SHOULD' },
    of: ['refuse-code-without-grant'],
    demand: isRefusedOrPaired('code', 'authorization_code'),
    why: 'The client gets a code that it may not exchange.',
    wrong: { response_types: ['code'], grant_types: ['client_credentials'] },
  }),
  refusalCheck({
    id: 'IE-17',
    slug: 'token-needs-its-grant',
    title: 'refuses or mends response type token without the implicit grant',
    spec: [rfc7591('2.1'), registration10('2')],
    level: 'MUST',
    levelIn: { oauth: 'SHOULD' },
    of: ['refuse-token-without-grant'],
    demand: isRefusedOrPaired('token', 'implicit'),
    why: 'A client gets tokens by a flow that it was not given.',
    wrong: { response_types: ['code', 'token'], grant_types: ['authorization_code'] },
  }),
  refusalCheck({
    id: 'IE-18',
    slug: 'unknown-grant-not-registered',
    title: 'refuses or drops a grant that it does not know',
    spec: [rfc7591('2'), rfc7591('3.2.1')],
    level: 'MUST',
    of: ['refuse-grant-unknown'],
    demand: isRefusedOrDropped('grant_types', 'dcrh_unknown'),
    why: 'The client believes that it can do what the IdP cannot.',
    wrong: { grant_types: ['authorization_code', 'dcrh_unknown'] },
  }),
  refusalCheck({
    id: 'IE-19',
    slug: 'unknown-response-type-not-registered',
    title: 'refuses or drops a response type that it does not know',
    spec: [rfc7591('2'), rfc7591('3.2.1')],
    level: 'MUST',
    of: ['refuse-response-type-unknown'],
    demand: isRefusedOrDropped('response_types', 'dcrh_unknown'),
    why: 'The client believes that it can do what the IdP cannot.',
    wrong: { response_types: ['code', 'dcrh_unknown'] },
  }),
  refusalCheck({
    id: 'IE-20',
    slug: 'unknown-auth-method-not-registered',
    title: 'refuses or replaces an auth method that it does not know',
    spec: [rfc7591('2'), rfc7591('3.2.1')],
    level: 'MUST',
    of: ['refuse-auth-method-unknown'],
    demand: isRefusedOrDropped('token_endpoint_auth_method', 'dcrh_unknown'),
    why: 'Nobody knows how the client has to authenticate, or whether it has to.',
    wrong: { token_endpoint_auth_method: 'dcrh_unknown' },
  }),
  refusalCheck({
    id: 'IE-21',
    slug: 'keys-once',
    title: 'refuses keys by value and by reference in one request',
    spec: [rfc7591('2'), registration10('2')],
    level: 'MUST',
    of: ['refuse-jwks-twice'],
    demand: isRefusedOr(
      'a client with one of the two at most',
      ({ jwks, jwks_uri: address }) => jwks === undefined || address === undefined,
    ),
    why: 'Two parts of the IdP may go by different keys, and each takes another party for the client.',
    wrong: { jwks: { keys: [] }, jwks_uri: 'https://app.example/jwks' },
  }),
  refusalCheck({
    id: 'IE-22',
    slug: 'keys-are-a-public-set',
    title: 'refuses keys that are no JWK set or that are private',
    spec: [rfc7591('2'), registration10('2'), rfc7517('9.2')],
    level: 'MUST',
    of: ['refuse-jwks-array', 'refuse-jwks-private'],
    demand: isRefusedOr('a client without keys, or with a set of public ones', ({ jwks }) => isPublicSet(jwks)),
    why: 'A private key that has been sent belongs to more than one.',
    wrong: { jwks: { keys: [{ kty: 'EC', crv: 'P-256', d: 'a-private-part' }] } },
  }),
  refusalCheck({
    id: 'IE-23',
    slug: 'key-method-needs-keys',
    title: 'refuses private_key_jwt without keys',
    spec: [registration10('2'), rfc7591('2')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-private-key-jwt-keyless'],
    demand: isRefusedOrDropped('token_endpoint_auth_method', 'private_key_jwt'),
    why: 'The client can never authenticate.',
    wrong: { token_endpoint_auth_method: 'private_key_jwt' },
  }),
  refusalCheck({
    id: 'IE-24',
    slug: 'sector-identifier-checked',
    title: 'refuses a sector identifier that is http or that nobody serves',
    spec: [registration10('5')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-sector-http', 'refuse-sector-unreachable'],
    demand: isRefusedOrWithout('sector_identifier_uri'),
    why: 'A stranger learns the identifiers that users have at another client.',
    wrong: { sector_identifier_uri: 'https://sector.invalid/sector.json' },
  }),
  refusalCheck({
    id: 'IE-25',
    slug: 'login-start-over-tls',
    title: 'refuses an http address that starts the login',
    spec: [registration10('2')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-login-uri-http'],
    demand: isRefusedOrWithout('initiate_login_uri'),
    why: 'Anyone on the way can start the login elsewhere.',
    wrong: { initiate_login_uri: 'http://app.example/login' },
  }),
  refusalCheck({
    id: 'IE-26',
    slug: 'id-token-signed',
    title: 'refuses unsigned ID tokens from the authorization endpoint',
    spec: [registration10('2')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-id-token-unsigned'],
    demand: isRefusedOrDropped('id_token_signed_response_alg', 'none'),
    why: 'Anyone can write such a token.',
    wrong: { id_token_signed_response_alg: 'none' },
  }),
  refusalCheck({
    id: 'IE-27',
    slug: 'encryption-needs-its-key-algorithm',
    title: 'refuses or drops an encryption without the algorithm of its key',
    spec: [registration10('2')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-userinfo-enc-alone', 'refuse-request-object-enc-alone', 'refuse-id-token-enc-alone'],
    demand: isRefusedOr('a client without it', (answered) =>
      ['id_token_encrypted_response', 'userinfo_encrypted_response', 'request_object_encryption'].every(
        (name) => answered[`${name}_enc`] === undefined || answered[`${name}_alg`] !== undefined,
      ),
    ),
    why: 'The client expects encrypted answers and gets plain ones.',
    wrong: { id_token_encrypted_response_enc: 'A128CBC-HS256' },
  }),
  refusalCheck({
    id: 'IE-28',
    slug: 'unknown-subject-type-not-registered',
    title: 'refuses or replaces a subject type that it does not have',
    spec: [registration10('2')],
    level: 'MUST',
    profiles: connect,
    of: ['refuse-subject-type-unknown'],
    demand: isRefusedOrDropped('subject_type', 'dcrh_unknown'),
    why: 'The client relies on identifiers of another kind than it gets.',
    wrong: { subject_type: 'dcrh_unknown' },
  }),
  refusalCheck({
    id: 'IE-29',
    slug: 'scope-is-a-text',
    title: 'refuses scope as an array, or makes a text of it',
    spec: [rfc7591('2')],
    level: 'INTEROP',
    profiles: ['oauth', 'oidc', 'bcp'],
    of: ['refuse-scope-array'],
    demand: isRefusedOrChanged('scope'),
    why: 'RFC 7591 has a text there; an array in the answer breaks clients that read one.',
    wrong: { scope: ['openid'] },
  }),
  refusalCheck({
    id: 'IE-40',
    slug: 'types-checked',
    title: 'refuses or mends members of another JSON type',
    spec: [rfc7591('2'), interoperability],
    level: 'INTEROP',
    of: ['refuse-name-number', 'refuse-auth-method-array', 'refuse-grants-text'],
    demand: isRefusedOr('a client with the right types', ({ client_name, token_endpoint_auth_method, grant_types }) =>
      [client_name ?? '', token_endpoint_auth_method ?? '', ...(stringsOf(grant_types ?? []) ?? [0])].every(
        (value) => typeof value === 'string',
      ),
    ),
    why: 'What one part of the IdP coerces, another refuses or compares.',
    wrong: { grant_types: 'authorization_code' },
  }),
);

/** Bodies that are no registration request. */
export const bodies = defineIdpChecks(
  refusalCheck({
    id: 'IE-30',
    slug: 'broken-json-refused',
    title: 'refuses JSON that does not end',
    spec: [rfc7591('3.1'), rfc7591('3.2.2')],
    level: 'MUST',
    of: ['refuse-json-broken'],
    demand: isRefusal,
    why: 'A server error hides the mistake of the client and wakes the operator.',
  }),
  refusalCheck({
    id: 'IE-31',
    slug: 'no-object-refused',
    title: 'refuses null, an array, a string and nothing at all',
    spec: [rfc7591('3.1')],
    level: 'MUST',
    of: ['refuse-json-null', 'refuse-json-array', 'refuse-json-string', 'refuse-body-empty'],
    demand: isRefusal,
    why: 'A server error hides the mistake of the client and wakes the operator.',
  }),
  refusalCheck({
    id: 'IE-32',
    slug: 'other-media-types-refused',
    title: 'refuses a body that is not application/json',
    spec: [rfc7591('3.1'), interoperability],
    level: 'INTEROP',
    of: ['refuse-text-plain', 'refuse-form'],
    demand: isRefusal,
    why: 'Any web page can send text/plain and forms from the browser of an administrator.',
  }),
  refusalCheck({
    id: 'IE-33',
    slug: 'repeated-member-by-one-rule',
    title: 'refuses a member that is there twice, or takes one of the two',
    spec: [interoperability],
    level: 'INTEROP',
    of: ['register-member-twice'],
    demand: isRefusedOr('a client with one of the two', ({ redirect_uris: uris }) => stringsOf(uris)?.length === 1),
    why: 'A gate in front of the IdP checks one value and the IdP takes the other.',
    wrong: { redirect_uris: ['https://app.example/callback', 'https://second.example/callback'] },
  }),
  refusalCheck({
    id: 'IE-34',
    slug: 'huge-bodies-refused',
    title: 'refuses two megabytes and a depth of fifteen hundred',
    spec: [interoperability],
    level: 'SEC',
    of: ['refuse-body-large', 'refuse-body-deep'],
    demand: isRefusal,
    why: 'A few such requests take the memory or the stack of the IdP.',
  }),
);
