import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { marksIn, succeeded } from '../../credentials.ts';
import { show, type Complaint, type Demand, type ExchangeSpot, type Select } from '../../rules.ts';
import { bodyOf, stringsOf } from '../../select.ts';
import { read, type AnswerRef } from '../answers.ts';
import { canonical, isJsonType } from '../demands.ts';

type AnswerDemand = Demand<ExchangeSpot<SeenExchange>>;
type Members = Readonly<Record<string, unknown>>;

const membersOf = ({ response }: SeenExchange): Members => objectOf(response.json) ?? {};

const short = (exchange: SeenExchange): string => {
  const { error, client_id: id } = membersOf(exchange);
  const said = id === undefined ? (error === undefined ? '' : ` ${show(error)}`) : ' and a client';
  return `${exchange.response.status}${said}`;
};

const isRefused = ({ response: { status } }: SeenExchange) => status >= 400 && status < 500;

/** RFC 7591 §3.2.2: both codes say that a member is wrong; which of the two is another rule's matter. */
const metadataErrors = ['invalid_redirect_uri', 'invalid_client_metadata'];

const complain = (expected: string, exchange: SeenExchange): Complaint => ({ expected, found: short(exchange) });

/** 400 with an error code of RFC 7591 §3.2.2. */
export const isRefusedAsMetadata: AnswerDemand = ({ value }) =>
  value.response.status === 400 && metadataErrors.includes(String(membersOf(value)['error']))
    ? undefined
    : complain(`400 ${metadataErrors.join(' or ')}`, value);

/** Refused as the client's mistake, whatever the code. */
export const isRefusal: AnswerDemand = ({ value }) =>
  isRefused(value) ? undefined : complain('a refusal: 400 to 499', value);

/** Refused, or accepted with an answer that shows what was made of it. */
export const isRefusedOr =
  (repair: string, test: (answered: Members, asked: Members) => boolean): AnswerDemand =>
  ({ value }) =>
    isRefused(value) || (succeeded(value) && test(membersOf(value), bodyOf(value)))
      ? undefined
      : {
          expected: `a refusal, or ${repair}`,
          found: succeeded(value) ? show(membersOf(value)) : short(value),
        };

/** The value that was asked for is not in the answer. */
export const isRefusedOrDropped = (member: string, ...values: readonly unknown[]): AnswerDemand =>
  isRefusedOr(`a client without that ${member}`, (answered) => {
    const list = stringsOf(answered[member]) ?? [answered[member]];
    return !list
      .flatMap((value) => (typeof value === 'string' ? value.split(' ') : [value]))
      .some((value) => values.includes(value));
  });

/** The member is not in the answer at all. */
export const isRefusedOrWithout = (member: string): AnswerDemand =>
  isRefusedOr(`a client without ${member}`, (answered) => answered[member] === undefined);

/** The same text or list is not in the answer as it was sent. */
export const isRefusedOrChanged = (member: string): AnswerDemand =>
  isRefusedOr(
    `a client with another ${member}`,
    (answered, asked) => answered[member] === undefined || canonical(answered[member]) !== canonical(asked[member]),
  );

/** Answers that registered nothing. 401, 403 and 429 are not about the request itself. */
export const refusals = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<SeenExchange>> =>
  read(refs, 'was refused', (exchange) =>
    succeeded(exchange) ? [] : [{ value: exchange, exchange, part: 'response', pointer: '' }],
  );

const policyStatuses = [401, 403, 405, 413, 415, 429];

const isAscii = (text: string) => /^[\x20-\x7e]+$/.test(text);

/** RFC 7591 §3.2.2: 400, JSON, and one ASCII error code. */
export const isErrorAnswer: AnswerDemand = (spot, context) => {
  const { exchange, value } = spot;
  const { status } = value.response;
  const error = membersOf(value)['error'];
  const type = isJsonType({ ...spot, value: value.response.header('content-type')[0] }, context);
  const ok = policyStatuses.includes(status) || status === 400;
  if (ok && typeof error === 'string' && isAscii(error) && type === undefined) return undefined;
  return {
    expected: 'status 400, application/json, error: an ASCII text',
    found: `${short(exchange)}, ${type?.found ?? 'application/json'}`,
  };
};

export const describesInAscii: AnswerDemand = ({ value }) => {
  const description = membersOf(value)['error_description'];
  return description === undefined || (typeof description === 'string' && isAscii(description))
    ? undefined
    : { expected: 'error_description absent, or an ASCII text', found: show(description) };
};

const longestDescription = 300;

/** What belongs into a log of the server, not into an answer: names of classes, stack traces, lists of its properties. */
export const describesForPeople: AnswerDemand = ({ value }) => {
  const { text } = value.response.body;
  const leak = /\b(?:[a-z]\w*\.){2,}[A-Z]\w+|\bat [\w.$]+\(|Traceback|Exception\b/.exec(text)?.[0];
  return leak === undefined && text.length <= 4 * longestDescription
    ? undefined
    : { expected: 'a text for people', found: show(leak ?? text) };
};

export const describesItself: AnswerDemand = ({ value }) => {
  const { error, error_description: description } = membersOf(value);
  return isRefused(value) && typeof error === 'string' && typeof description === 'string' && description !== ''
    ? undefined
    : { expected: '4xx with error and error_description', found: `${short(value)}: ${show(membersOf(value))}` };
};

export const namesNoClient: AnswerDemand = ({ value }) => {
  const given = ['client_id', 'client_secret', 'registration_access_token'].filter((name) => name in membersOf(value));
  return given.length === 0 ? undefined : { expected: 'no client in a refusal', found: given.join(', ') };
};

/** A keyed hash stands for each secret in a recording; in a refusal there is no place for one. */
export const echoesNoSecret: AnswerDemand = ({ value }) => {
  const echoed = marksIn(value.response.body.text);
  return echoed.length === 0 ? undefined : { expected: 'no secret in a refusal', found: echoed.join(', ') };
};
