import { stringOf, objectOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import type { Judge } from '../define.ts';
import { advertisedAs } from '../demands.ts';
import { membersIn } from '../json.ts';
import { every, show, type Demand, type ExchangeSpot } from '../rules.ts';
import { bodyOf, bodySpot, members, read, requests, stringsOf } from '../select.ts';
import { registrations, those } from '../sources.ts';

const scopeSyntax = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;

export const isScopeString: Demand<ExchangeSpot> = ({ value }) =>
  typeof value === 'string' && scopeSyntax.test(value)
    ? undefined
    : { expected: 'a string with scopes separated by single spaces', found: show(value) };

const types: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
  default_max_age: 'number',
  require_auth_time: 'boolean',
  client_name: 'string',
  client_uri: 'string',
  logo_uri: 'string',
  tos_uri: 'string',
  policy_uri: 'string',
  jwks_uri: 'string',
  software_id: 'string',
  software_version: 'string',
  software_statement: 'string',
  token_endpoint_auth_method: 'string',
  token_endpoint_auth_signing_alg: 'string',
  application_type: 'string',
  sector_identifier_uri: 'string',
  subject_type: 'string',
  initiate_login_uri: 'string',
  id_token_signed_response_alg: 'string',
  id_token_encrypted_response_alg: 'string',
  id_token_encrypted_response_enc: 'string',
  userinfo_signed_response_alg: 'string',
  userinfo_encrypted_response_alg: 'string',
  userinfo_encrypted_response_enc: 'string',
  request_object_signing_alg: 'string',
  request_object_encryption_alg: 'string',
  request_object_encryption_enc: 'string',
};

/** RFC 7591 §2 and OpenID Connect Dynamic Client Registration §2: the JSON type of each member that is not a list. */
export const scalarsHaveTheirType: Judge = every(
  members(registrations, ...Object.keys(types)),
  ({ value, pointer }) => {
    const wanted = types[pointer.slice(1)];
    return typeof value === wanted ? undefined : { expected: `a ${wanted ?? 'known type'}`, found: show(value) };
  },
);

/** The name is one that the story typed; where the story says nothing, it is there. */
export const isTypedName: Demand<ExchangeSpot> = ({ value, exchange }, { seen }) => {
  if (typeof value !== 'string' || value === '') return { expected: 'the name of the application', found: show(value) };
  if (exchange.application !== undefined) return undefined;
  const typed = seen.recordings.find(({ id }) => id === exchange.recording)?.applications ?? [];
  return typed.length === 0 || typed.some(({ name }) => name === value)
    ? undefined
    : { expected: 'a name that was typed', found: show(value) };
};

const isUriMember = (name: string) => /^[a-z_]+_uri(?:#.*)?$/.test(name);

/** Every URI of a registration, single or in a list. */
export const uris = read(registrations, 'carries a URI', (exchange) => {
  const body = bodyOf(exchange);
  const single = Object.entries(body).flatMap(([name, value]) =>
    isUriMember(name) && typeof value === 'string' ? [bodySpot(exchange, value, name)] : [],
  );
  const listed = ['redirect_uris', 'request_uris', 'post_logout_redirect_uris'].flatMap((name) =>
    (stringsOf(body[name]) ?? []).map((value, index) => bodySpot(exchange, value, name, String(index))),
  );
  return [...single, ...listed];
});

export const isGivenOnce: Demand<ExchangeSpot> = ({ exchange }) => {
  const body = bodyOf(exchange);
  return 'jwks' in body && 'jwks_uri' in body ? { expected: 'jwks or jwks_uri', found: 'both' } : undefined;
};

/** RFC 7518 §6: members of a JWK that are private, and the one that is the whole of a symmetric key. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export const keysArePublic: Judge = every(
  read(registrations, 'carries jwks with a key', (exchange) => {
    const keys: unknown = objectOf(bodyOf(exchange)['jwks'])?.['keys'];
    return (Array.isArray(keys) ? keys : []).map((key: unknown, index) =>
      bodySpot(exchange, Object.keys(objectOf(key) ?? {}), 'jwks', 'keys', String(index)),
    );
  }),
  ({ value }) => {
    const found = privateMembers.filter((name) => value.includes(name));
    return found.length === 0 ? undefined : { expected: 'a public key', found: `a key with ${found.join(', ')}` };
  },
);

/** RFC 7591 §2.1: the grant that each word of a response type needs. `id_token` is OpenID Connect's. */
const grantOf: Readonly<Record<string, string>> = {
  code: 'authorization_code',
  token: 'implicit',
  id_token: 'implicit',
};

/** Both directions of the table, with the defaults of RFC 7591 §2 for what is left out. */
export const isConsistent: Demand<ExchangeSpot<SeenExchange>> = ({ value }, { profile }) => {
  const grants = listOf(value, 'grant_types', ['authorization_code']);
  const responses = listOf(value, 'response_types', ['code']);
  if (grants === undefined || responses === undefined) return undefined;
  const words = responses.flatMap((response) => response.split(' '));
  const judged = words.filter((word) => profile !== 'oauth' || word !== 'id_token');
  const lacking = judged.map((word) => grantOf[word]).find((grant) => grant !== undefined && !grants.includes(grant));
  if (lacking !== undefined && saysBoth(value))
    return { expected: `the grant ${lacking} for ${show(responses)}`, found: show(grants) };
  return grants.includes('authorization_code') && !words.includes('code')
    ? { expected: 'the response type code for the grant authorization_code', found: show(responses) }
    : undefined;
};

/** The list, its default when it is absent, undefined when it is no list (which R-13 says). */
const listOf = (exchange: SeenExchange, name: string, whenAbsent: readonly string[]) => {
  const value = bodyOf(exchange)[name];
  return value === undefined || value === null ? whenAbsent : stringsOf(value);
};

/** A response type that only the default gives is R-21's and RT-02's matter. */
const saysBoth = (exchange: SeenExchange) => stringsOf(bodyOf(exchange)['response_types']) !== undefined;

const isAdvertisedAlgorithm = advertisedAs('token_endpoint_auth_signing_alg_values_supported');

export const isSignature: Demand<ExchangeSpot> = (spot, context) =>
  spot.value === 'none' ? { expected: 'a signature algorithm', found: '"none"' } : isAdvertisedAlgorithm(spot, context);

const encryptions = ['id_token_encrypted_response', 'userinfo_encrypted_response', 'request_object_encryption'];

export const encryptionHasAlgorithm: Judge = every(
  members(registrations, ...encryptions.map((name) => `${name}_enc`)),
  ({ exchange, pointer }) => {
    const algorithm = pointer.slice(1).replace(/_enc$/, '_alg');
    return stringOf(bodyOf(exchange)[algorithm]) === undefined ? { expected: algorithm, found: 'absent' } : undefined;
  },
);

export const hasScheme =
  (scheme: string): Demand<ExchangeSpot> =>
  ({ value }) =>
    typeof value !== 'string' || value.toLowerCase().startsWith(`${scheme}://`)
      ? undefined
      : { expected: `an ${scheme} URL`, found: show(value) };

const hostsOf = (exchange: SeenExchange): ReadonlySet<string> =>
  new Set((stringsOf(bodyOf(exchange)['redirect_uris']) ?? []).flatMap((uri) => URL.parse(uri)?.hostname || []));

/** OpenID Connect Core §8.1. */
export const sectorIsGiven: Judge = every(
  requests(
    those(
      registrations,
      'with pairwise subjects and redirect URIs on several hosts',
      (exchange) => bodyOf(exchange)['subject_type'] === 'pairwise' && hostsOf(exchange).size > 1,
    ),
  ),
  ({ value }) =>
    bodyOf(value)['sector_identifier_uri'] === undefined
      ? { expected: `sector_identifier_uri for ${[...hostsOf(value)].join(', ')}`, found: 'absent' }
      : undefined,
);

export const isSignedOrHttps: Demand<ExchangeSpot<string>> = (spot, context) => {
  const algorithm = bodyOf(spot.exchange)['request_object_signing_alg'];
  return algorithm !== undefined && algorithm !== 'none' ? undefined : hasScheme('https')(spot, context);
};

/** The software id of the provider; where the provider is not known, one for all registrations of the recording. */
export const softwareIdIsStable: Judge = (seen, profile) => {
  const firsts = new Map<string, string>();
  const select = read(registrations, 'has a software id to send', (exchange) => {
    if (objectOf(exchange.request.json) === undefined) return [];
    const sent = bodyOf(exchange)['software_id'];
    const configured = seen.providerFor(exchange)?.softwareId;
    const first = configured ?? firsts.get(exchange.recording) ?? stringOf(sent);
    if (first === undefined || (configured === undefined && sent === undefined)) return [];
    firsts.set(exchange.recording, first);
    return [{ ...bodySpot(exchange, sent, 'software_id'), wanted: first }];
  });
  return every(select, ({ value, wanted }) =>
    value === wanted ? undefined : { expected: show(wanted), found: show(value) },
  )(seen, profile);
};

/** Members of those names, at any depth. */
export const carriesNone =
  (...names: readonly string[]): Demand<ExchangeSpot<SeenExchange>> =>
  ({ value }) => {
    const found = [...membersIn(bodyOf(value))].filter(({ name }) => names.includes(name));
    return found.length === 0
      ? undefined
      : { expected: 'none of these members', found: found.map(({ path }) => path.join('.')).join(', ') };
  };

/** RFC 7591 §2.2: a tag after `#`, and the same member without one. */
export const languagesAreTagged: Judge = every(
  read(registrations, 'carries a member with a language', (exchange) =>
    Object.keys(bodyOf(exchange))
      .filter((name) => name.includes('#'))
      .map((name) => bodySpot(exchange, name, name)),
  ),
  ({ value, exchange }) => {
    const [plain = '', tag = ''] = value.split('#', 2);
    if (!isLanguageTag(tag)) return { expected: 'a BCP 47 language tag', found: show(value) };
    return plain in bodyOf(exchange) ? undefined : { expected: `${plain} without a tag too`, found: 'absent' };
  },
);

function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
