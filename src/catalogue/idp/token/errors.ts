import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { every, show, type Demand, type ExchangeSpot, type Select } from '../../rules.ts';
import { answers, exchangesOf, memberSpot, read } from '../answers.ts';
import { canonical, isJsonType } from '../demands.ts';
import { isTakenAnswer, refusedAs } from '../outcomes.ts';

type AnswerDemand = Demand<ExchangeSpot<SeenExchange>>;

const wordsOf = (value: unknown): readonly string[] => (typeof value === 'string' ? value.split(' ') : []);

const scopeAsked = ({ request }: SeenExchange) =>
  wordsOf(request.form?.find(([name]) => name === 'scope')?.[1]).filter((word) => word !== '');

const scopeGiven = ({ response }: SeenExchange): unknown => objectOf(response.json)?.['scope'];

/** The scope of a token that was given for one scope that exists and one that does not. */
export const narrowed: Select<ExchangeSpot> = read(['token-unknown-scope'], 'gives a token', (exchange) =>
  isTakenAnswer(exchange) ? [memberSpot(exchange, 'scope', scopeGiven(exchange))] : [],
);

/** Refused as a scope, or given for less than was asked for, in as many words. */
export const isScopeHandled: AnswerDemand = (spot, context) => {
  const { value } = spot;
  if (!isTakenAnswer(value)) return refusedAs([400], 'invalid_scope')(spot, context);
  const given = wordsOf(scopeGiven(value));
  const unknown = scopeAsked(value).at(-1) ?? '';
  return given.length > 0 && !given.includes(unknown)
    ? undefined
    : { expected: `a scope without ${unknown}`, found: show(scopeGiven(value)) };
};

const missing = every(answers('token-no-grant-type'), refusedAs([400], 'invalid_request'));
const unknown = every(answers('token-unknown-grant-type'), refusedAs([400], 'unsupported_grant_type'));

/** Two requests, each with an error code of its own. */
export const grantTypeErrors: typeof missing = (seen, profile) => {
  const first = missing(seen, profile);
  return first.outcome === 'met' ? unknown(seen, profile) : first;
};

/** RFC 6749 §5.2: the characters that an error code may have. */
const errorCode = /^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/;

export const isErrorObject: AnswerDemand = ({ value, ...spot }, context) => {
  const { response } = value;
  const code = objectOf(response.json)?.['error'];
  const type = response.header('Content-Type')[0];
  const isJson = isJsonType({ ...spot, value: type }, context) === undefined;
  return isJson && typeof code === 'string' && errorCode.test(code)
    ? undefined
    : { expected: 'application/json with an error code', found: `${type ?? 'no media type'}, error ${show(code)}` };
};

/** RFC 6749 §5.2: after Basic credentials, 401 and a challenge of that scheme. */
export const isBasicRefusal: AnswerDemand = (spot, context) => {
  const challenge = spot.value.response.header('WWW-Authenticate').join(', ');
  const wrong = refusedAs([401], 'invalid_client')(spot, context);
  return (
    wrong ??
    (/(^|,)\s*basic\b/i.test(challenge) ? undefined : { expected: 'a Basic challenge', found: challenge || 'none' })
  );
};

export const isLikeWrongSecret: AnswerDemand = ({ value }, { seen }) => {
  const [other] = exchangesOf(seen, 'token-wrong-secret');
  if (other === undefined) return undefined;
  const expected = shapeOf(other);
  const found = shapeOf(value);
  return expected === found ? undefined : { expected, found };
};

/** Correlation ids and times differ from answer to answer and tell nothing. */
function shapeOf({ response }: SeenExchange): string {
  const { error, error_description: description } = objectOf(response.json) ?? {};
  return `${response.status} ${canonical([error ?? null, description ?? null])}`;
}

/** Refused, or a token whose stated scope has nothing of what opens registration. */
export const isWithoutScope: AnswerDemand = ({ value }, { seen }) => {
  if (!isTakenAnswer(value)) return undefined;
  const [usual] = exchangesOf(seen, 'token');
  const opening = usual === undefined ? [] : scopeAsked(usual);
  const given = scopeGiven(value);
  // RFC 6749 §5.1: a scope that is not stated is the one that was asked for.
  const granted = given === undefined ? scopeAsked(value) : wordsOf(given);
  return opening.some((word) => granted.includes(word))
    ? { expected: `no token for ${opening.join(' ')}`, found: `${value.response.status}, scope ${show(given)}` }
    : undefined;
};
