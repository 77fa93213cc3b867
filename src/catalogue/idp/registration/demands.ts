import type { SeenExchange } from '../../../recording/seen.ts';
import { holds } from '../../demands.ts';
import { show, type Demand, type ExchangeSpot, type Spot } from '../../rules.ts';
import { stringsOf } from '../../select.ts';
import { canonical } from '../demands.ts';
import { exchangesOf } from '../answers.ts';
import { authMethodOf, grantsOf, responsePartsOf, type Client, type Kept } from './registered.ts';

type ClientDemand = Demand<ExchangeSpot<Client>>;

/** A demand on the whole client, with the value that is shown when it is not met. */
const client =
  (expected: string, test: (client: Client) => boolean, found: (client: Client) => unknown): ClientDemand =>
  ({ value }) =>
    test(value) ? undefined : { expected, found: show(found(value)) };

const secretOf = ({ answered }: Client) => answered['client_secret'];
const expiryOf = ({ answered }: Client) => answered['client_secret_expires_at'];

const isConfidential = (one: Client) => /^client_secret_/.test(String(authMethodOf(one)));

export const hasSecretIfConfidential = client(
  'a client_secret, as its auth method needs one',
  (one) => !isConfidential(one) || (typeof secretOf(one) === 'string' && secretOf(one) !== ''),
  secretOf,
);

export const hasNoSecretIfPublic = client(
  'no client_secret for the auth method none',
  (one) => authMethodOf(one) !== 'none' || secretOf(one) === undefined,
  () => 'a client_secret',
);

export const saysWhenSecretExpires = client(
  'client_secret_expires_at: 0, or seconds since 1970',
  (one) => secretOf(one) === undefined || (Number.isInteger(expiryOf(one)) && Number(expiryOf(one)) >= 0),
  expiryOf,
);

export const saysNoExpiryWithoutSecret = client(
  'no client_secret_expires_at without a client_secret',
  (one) => secretOf(one) !== undefined || expiryOf(one) === undefined,
  expiryOf,
);

export const hasWholePair = client(
  'registration_client_uri and registration_access_token, both or none',
  ({ answered }) =>
    (answered['registration_client_uri'] === undefined) === (answered['registration_access_token'] === undefined),
  ({ answered }) =>
    ['registration_client_uri', 'registration_access_token'].filter((name) => answered[name] !== undefined),
);

export const hasPair = client(
  'registration_client_uri and registration_access_token',
  ({ answered }) =>
    typeof answered['registration_client_uri'] === 'string' &&
    typeof answered['registration_access_token'] === 'string',
  ({ answered }) =>
    ['registration_client_uri', 'registration_access_token'].filter((name) => answered[name] !== undefined),
);

const grantOfPart: Readonly<Record<string, string>> = {
  code: 'authorization_code',
  token: 'implicit',
  id_token: 'implicit',
};

/** OpenID Connect Dynamic Client Registration 1.0 §2: the grants that each response type needs. */
export const hasGrantOfResponses = client(
  'each response type with its grant',
  (one) =>
    one.answered['grant_types'] === undefined ||
    responsePartsOf(one).every((part) => grantOfPart[part] === undefined || grantsOf(one).includes(grantOfPart[part])),
  ({ answered }) => ({ response_types: answered['response_types'], grant_types: answered['grant_types'] }),
);

/** The other way round: RFC 7591 §2.1 pairs the code grant with `code`, the implicit grant with `token`. */
export const hasResponseOfGrants = client(
  'each redirect-based grant with a response type of its own',
  (one) =>
    one.answered['response_types'] === undefined ||
    ['authorization_code', 'implicit']
      .filter((grant) => grantsOf(one).includes(grant))
      .every((grant) => responsePartsOf(one).some((part) => grantOfPart[part] === grant)),
  ({ answered }) => ({ response_types: answered['response_types'], grant_types: answered['grant_types'] }),
);

const defaults = {
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_basic',
};

/** RFC 7591 §2, of a request that says nothing of the three; whether the answer states them is another rule's matter. */
export const hasDefaults: ClientDemand = ({ value: { answered } }) => {
  const other = Object.entries(defaults).filter(
    ([name, value]) => answered[name] !== undefined && canonical(answered[name]) !== canonical(value),
  );
  return other.length === 0
    ? undefined
    : {
        expected: other.map(([name, value]) => `${name}: ${show(value)}`).join(', '),
        found: other.map(([name]) => `${name}: ${show(answered[name])}`).join(', '),
      };
};

export const isApplicationType = client(
  'the application type that was asked for, web where none was',
  ({ asked, answered }) => answered['application_type'] === (asked['application_type'] ?? 'web'),
  ({ answered }) => answered['application_type'],
);

const arrays = ['redirect_uris', 'grant_types', 'response_types', 'contacts', 'post_logout_redirect_uris'];
const texts = [
  'client_name',
  'client_uri',
  'logo_uri',
  'tos_uri',
  'policy_uri',
  'jwks_uri',
  'scope',
  'token_endpoint_auth_method',
  'software_id',
  'software_version',
  'application_type',
  'registration_client_uri',
];

const isNothing = (value: unknown) => value === undefined || value === null;

/** RFC 7591 §2 gives each member its JSON type; null is another rule's matter. */
export const hasMembersOfTheirTypes: ClientDemand = ({ value: { answered } }) => {
  const wrong = [
    ...arrays.filter((name) => !isNothing(answered[name]) && stringsOf(answered[name]) === undefined),
    ...texts.filter((name) => !isNothing(answered[name]) && typeof answered[name] !== 'string'),
  ];
  return wrong.length === 0
    ? undefined
    : {
        expected: wrong.map((name) => `${name}: ${arrays.includes(name) ? 'array of strings' : 'string'}`).join(', '),
        found: wrong.map((name) => `${name}: ${show(answered[name])}`).join(', '),
      };
};

export const leavesUnsetMembersOut: ClientDemand = ({ value: { answered } }) => {
  const unset = Object.keys(answered).filter((name) => answered[name] === null || answered[name] === '');
  return unset.length === 0
    ? undefined
    : {
        expected: 'members without a value left out',
        found: unset.map((name) => `${name}: ${show(answered[name])}`).join(', '),
      };
};

const isDate = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));

const reserved: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string',
  domain: (value) => typeof value === 'string',
  enabled: (value) => typeof value === 'boolean',
  created_at: isDate,
  updated_at: isDate,
};

/** APIM reads these members of Gravitee Access Management, and drops the whole answer when one has another type. */
export const keepsToReservedTypes: ClientDemand = ({ value: { answered } }) => {
  const wrong = Object.entries(reserved).filter(([name, fits]) => !isNothing(answered[name]) && !fits(answered[name]));
  return wrong.length === 0
    ? undefined
    : {
        expected: 'id and domain: string, enabled: boolean, created_at and updated_at: date',
        found: wrong.map(([name]) => `${name}: ${show(answered[name])}`).join(', '),
      };
};

export const isKept: Demand<ExchangeSpot<Kept>> = ({ value: { asked, answered } }) =>
  canonical(asked) === canonical(answered) ? undefined : { expected: show(asked), found: show(answered) };

/** RFC 7591 §3.2.1: another value may stand in its place, but the member is there. */
export const isStated: Demand<ExchangeSpot<Kept>> = ({ value: { asked, answered } }) =>
  answered !== undefined ? undefined : { expected: `${show(asked)}, or what stands in its place`, found: 'absent' };

/** A name that was cut short is a visible replacement, one with other letters is not. */
export const isSameText: Demand<ExchangeSpot<Kept>> = ({ value: { asked, answered } }) =>
  isNothing(answered) ||
  (typeof answered === 'string' && answered !== '' && String(asked).normalize().startsWith(answered.normalize()))
    ? undefined
    : { expected: show(asked), found: show(answered) };

/** RFC 3986 §2.3: characters that stand for themselves in every place of a URI. */
export const isSafeId: Demand<Spot> = holds(
  'letters, digits, "-", ".", "_", "~", at most 255 of them',
  (value) => typeof value === 'string' && /^[A-Za-z0-9._~-]{1,255}$/.test(value),
);

const localHosts = ['localhost', '127.0.0.1', '[::1]'];

export const isAbsoluteHttp: Demand<Spot> = holds(
  'an absolute http or https URI',
  (value) => typeof value === 'string' && /^https?:\/\/[^/?#]/i.test(value) && URL.canParse(value),
);

/** On a loopback address nobody else listens; an IdP that is tried out has no certificate there. */
export const isProtected: Demand<Spot> = holds('an https URI', (value) => {
  const url = URL.parse(String(value));
  return url === null || url.protocol === 'https:' || localHosts.includes(url.hostname);
});

/** The issuer is read in the discovery document; without one there is nothing to compare with. */
export const isAtIssuer: Demand<ExchangeSpot> = ({ value }, { seen }) => {
  const [document] = exchangesOf(seen, 'metadata');
  const issuer = originOf(metadataIn(document)['issuer']);
  const origin = originOf(value);
  return issuer === undefined || origin === undefined || origin === issuer
    ? undefined
    : { expected: `an address at ${issuer}`, found: show(value) };
};

const originOf = (value: unknown) => (typeof value === 'string' ? URL.parse(value)?.origin : undefined);

/** The JSON object of an exchange's answer. */
export const metadataIn = (exchange: SeenExchange | undefined): Readonly<Record<string, unknown>> =>
  Object(exchange?.response.json ?? {}) as Readonly<Record<string, unknown>>;

const fiveMinutes = 300;

export const isNow: Demand<ExchangeSpot> = ({ value, exchange }) => {
  const now = exchange.exchange.endedAt / 1000;
  return typeof value === 'number' && Math.abs(value - now) <= fiveMinutes
    ? undefined
    : { expected: `seconds since 1970, about ${Math.round(now)}`, found: show(value) };
};

/** Bits that one character of each alphabet can hold. */
const bitsOf = { digits: 3.32, hex: 4, base64url: 6, base64: 6, 'printable-ascii': 6.57, other: 6.57 };
const wantedBits = 128;

/** What a recording knows of a secret: its length and alphabet. */
export const isLongSecret: Demand<ExchangeSpot> = ({ exchange }) => {
  const secret = exchange.exchange.facts.find((fact) => fact.kind === 'secret' && fact.member === 'client_secret');
  if (secret?.kind !== 'secret' || secret.length * bitsOf[secret.alphabet] >= wantedBits) return undefined;
  return {
    expected: `at least ${wantedBits} bits`,
    found: `${secret.length} characters (${secret.alphabet}): at most ${Math.floor(secret.length * bitsOf[secret.alphabet])} bits`,
  };
};

/** RFC 7518 §6: parts of a key that only its owner may have. */
export const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export const isPublicKeySet: Demand<Spot> = holds('keys without private members', (value) => {
  const keys: unknown = (Object(value) as { keys?: unknown }).keys;
  return !Array.isArray(keys) || keys.every((key) => !privateParts.some((part) => part in Object(key)));
});
