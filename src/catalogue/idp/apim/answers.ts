import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { holds } from '../../demands.ts';
import { show, type Demand, type ExchangeSpot, type Select, type Spot } from '../../rules.ts';
import { stringsOf } from '../../select.ts';
import { memberSpot, read, type AnswerRef } from '../answers.ts';
import { clients } from '../registration/registered.ts';

const types = ['b2b', 'web', 'spa', 'native'];

/** Each application type as APIM registers it, in lower case: the Developer Portal, and the Console before 4.4. */
export const asApim: readonly AnswerRef[] = types.map((type) => `register-${type}-apim`);

/** The same in upper case: the Console of 4.4 and later. */
export const asApimUpper: readonly AnswerRef[] = types.map((type) => `register-${type}-apim-upper`);

/** Every request that APIM sends with POST or PUT. */
export const posts: readonly AnswerRef[] = ['token', ...asApim, ...asApimUpper, 'update-as-apim', 'renew'];

/** Every answer that APIM parses. */
export const parsed: readonly AnswerRef[] = ['metadata', ...posts];

const texts = [
  'client_id',
  'client_secret',
  'client_name',
  'registration_access_token',
  'registration_client_uri',
  'application_type',
  'token_endpoint_auth_method',
  'logo_uri',
  'client_uri',
  'policy_uri',
  'tos_uri',
  'jwks_uri',
  'scope',
  'software_id',
  'software_version',
];
const lists = ['redirect_uris', 'response_types', 'grant_types', 'contacts', 'default_acr_values', 'request_uris'];
const numbers = ['client_secret_expires_at', 'default_max_age'];

const isScalar = (value: unknown) => typeof value !== 'object';
const isList = (value: unknown) => stringsOf(value) !== undefined;
const isNumber = (value: unknown) => Number.isFinite(Number(value)) && isScalar(value);

/** What APIM's parser takes for each member: it turns numbers and texts into each other, and nothing else. */
const takenAs: ReadonlyMap<string, { says: string; test: (value: unknown) => boolean }> = new Map(
  (
    [
      [texts, 'a text', isScalar],
      [lists, 'a list of texts', isList],
      [numbers, 'a number', isNumber],
    ] as const
  ).flatMap(([names, says, test]) => names.map((name) => [name, { says, test }] as const)),
);

interface Typed {
  readonly name: string;
  readonly value: unknown;
}

/** The members of registration answers that APIM knows, those that are null left out. */
export const knownMembers =
  (...refs: readonly AnswerRef[]): Select<ExchangeSpot<Typed>> =>
  (seen, profile) => {
    const { spots, none } = clients(...refs)(seen, profile);
    const members = spots.flatMap(({ exchange, value: { answered } }) =>
      Object.entries(answered)
        .filter(([name, value]) => takenAs.has(name) && value !== null)
        .map(([name, value]) => ({ ...memberSpot(exchange, name, value), value: { name, value } })),
    );
    return { spots: members, none };
  };

export const isReadable: Demand<ExchangeSpot<Typed>> = ({ value: { name, value } }) => {
  const wanted = takenAs.get(name);
  return wanted === undefined || wanted.test(value) ? undefined : { expected: wanted.says, found: show(value) };
};

/** Seconds from the request to the end of the answer, of all answers of these cases. */
export const seconds = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<number>> =>
  read(refs, 'came', (exchange) => [
    {
      value: Math.round(exchange.exchange.endedAt - exchange.exchange.startedAt) / 1000,
      exchange,
      part: 'response',
      pointer: '',
    },
  ]);

export const isNoRedirect: Demand<Spot<number>> = holds('no redirect', (status) => status < 300 || status >= 400);

export const isJsonObject: Demand<ExchangeSpot<SeenExchange>> = ({ value: { response } }) =>
  objectOf(response.json) === undefined ? { expected: 'a JSON object', found: 'none' } : undefined;

/** The answers that registered nothing. */
export const refusals = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<SeenExchange>> =>
  read(refs, 'is a refusal', (exchange) =>
    exchange.response.status < 400 ? [] : [{ value: exchange, exchange, part: 'response body', pointer: '' }],
  );

/** RFC 7591 §3.2.2: a code for programs and a sentence for people. */
export const isExplained: Demand<ExchangeSpot<SeenExchange>> = ({ value: { response } }) => {
  const missing = ['error', 'error_description'].filter((name) => typeof objectOf(response.json)?.[name] !== 'string');
  return missing.length === 0
    ? undefined
    : { expected: 'error and error_description', found: `no ${missing.join(', no ')}` };
};
