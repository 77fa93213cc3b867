import { objectOf } from '../../recording/body.ts';
import { doubtOf } from '../../recording/observations.ts';
import type { CaseObservation } from '../../recording/observation-names.ts';
import type { Seen, SeenCase, SeenExchange } from '../../recording/seen.ts';
import type { ExchangeSpot, Select, StorySpot } from '../rules.ts';

/**
 * Names answers: `read` is the answer that decides the case of that name, `read#after delete` are those of the case that were
 * for that purpose.
 */
export type AnswerRef = string;

/** The needs of a rule about cases. */
export const cases = (...names: readonly string[]): CaseObservation[] =>
  names.map((name): CaseObservation => `case:${name}`);

/** The case of a ref, unless what it shows proves nothing. */
function caseOf(seen: Seen, ref: AnswerRef): SeenCase | undefined {
  const tried = seen.cases.get(ref.split('#', 1)[0] ?? ref);
  return tried === undefined || doubtOf(tried, seen) !== undefined ? undefined : tried;
}

/** The exchanges that a ref names. */
export function exchangesOf(seen: Seen, ref: AnswerRef): readonly SeenExchange[] {
  const tried = caseOf(seen, ref);
  const [, purpose] = ref.split('#', 2);
  if (tried === undefined) return [];
  if (purpose === undefined) return tried.decisive === undefined ? [] : [tried.decisive];
  return tried.exchanges.filter((one) => one.purpose === purpose).map(({ exchange }) => exchange);
}

/** Whatever `pick` reads of each answer. `lacking` ends the sentence "none of the 3 answers …". */
export const read =
  <S extends ExchangeSpot>(
    refs: readonly AnswerRef[],
    lacking: string,
    pick: (exchange: SeenExchange) => readonly S[],
  ): Select<S> =>
  (seen) => {
    const exchanges = refs.flatMap((ref) => exchangesOf(seen, ref));
    return {
      spots: exchanges.flatMap(pick),
      none: exchanges.length === 0 ? 'no such answer was seen' : `none of the ${exchanges.length} answers ${lacking}`,
    };
  };

/** The whole answers. */
export const answers = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<SeenExchange>> =>
  read(refs, 'was seen', (exchange) => [{ value: exchange, exchange, part: 'response', pointer: '' }]);

export const statuses = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<number>> =>
  read(refs, 'has a status', (exchange) => [
    { value: exchange.response.status, exchange, part: 'response status', pointer: '' },
  ]);

/** The values of a header, joined; undefined where it is absent. */
export const headers = (name: string, ...refs: readonly AnswerRef[]): Select<ExchangeSpot<string | undefined>> =>
  read(refs, `carries ${name}`, (exchange) => {
    const values = exchange.response.header(name);
    return [
      {
        value: values.length === 0 ? undefined : values.join(', '),
        exchange,
        part: 'response header',
        pointer: name,
      },
    ];
  });

/** A member of the JSON object in each answer, there or not. */
export const member = (name: string, ...refs: readonly AnswerRef[]): Select<ExchangeSpot> =>
  read(refs, 'is a JSON object', (exchange) => {
    const body = objectOf(exchange.response.json);
    return body === undefined ? [] : [memberSpot(exchange, name, body[name])];
  });

/** The same where the member is there. */
export const presentMember = (name: string, ...refs: readonly AnswerRef[]): Select<ExchangeSpot> =>
  read(refs, `carries ${name}`, (exchange) => {
    const value = objectOf(exchange.response.json)?.[name];
    return value === undefined ? [] : [memberSpot(exchange, name, value)];
  });

/** The JSON object of each answer. */
export const objects = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<Readonly<Record<string, unknown>>>> =>
  read(refs, 'is a JSON object', (exchange) => {
    const value = objectOf(exchange.response.json);
    return value === undefined ? [] : [{ value, exchange, part: 'response body', pointer: '' }];
  });

export const memberSpot = (exchange: SeenExchange, name: string, value: unknown): ExchangeSpot => ({
  value,
  exchange,
  part: 'response body',
  pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
});

/** What a case noted beside its exchanges. */
export const notes =
  (name: string, ...caseNames: readonly string[]): Select<StorySpot<string | number | boolean>> =>
  (seen) => ({
    spots: caseNames.flatMap((caseName) => {
      const tried = caseOf(seen, caseName);
      const value = tried?.notes[name];
      return tried === undefined || value === undefined
        ? []
        : [{ value, recording: tried.recording, subject: `${caseName}: ${name}` }];
    }),
    none: `nothing was noted of ${name}`,
  });
