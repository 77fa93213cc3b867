import { objectOf } from '../recording/body.ts';
import type { SeenExchange } from '../recording/seen.ts';
import type { ExchangeSpot, Select } from './rules.ts';
import type { Source } from './sources.ts';

/** The JSON object that a request carries; empty when it carries none, which is another rule's matter. */
export const bodyOf = ({ request }: SeenExchange): Readonly<Record<string, unknown>> => objectOf(request.json) ?? {};

/** An array of strings, or undefined. */
export const stringsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((element) => typeof element === 'string') ? value : undefined;

export const bodySpot = <Value>(exchange: SeenExchange, value: Value, ...path: readonly string[]) => ({
  value,
  exchange,
  part: 'request body',
  pointer: path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
});

export const headerSpot = <Value>(exchange: SeenExchange, value: Value, name: string) => ({
  value,
  exchange,
  part: 'request header',
  pointer: name,
});

export const targetSpot = <Value>(exchange: SeenExchange, value: Value) => ({
  value,
  exchange,
  part: 'request target',
  pointer: '',
});

/** Whatever `pick` reads of each request. `lacking` ends the sentence "none of the 3 registration requests …". */
export const read =
  <S extends ExchangeSpot>(
    source: Source,
    lacking: string,
    pick: (exchange: SeenExchange) => readonly S[],
  ): Select<S> =>
  (seen) => {
    const exchanges = source.in(seen);
    return { spots: exchanges.flatMap(pick), none: noneOf(source, exchanges.length, lacking) };
  };

/** The whole requests. */
export const requests = (source: Source): Select<ExchangeSpot<SeenExchange>> =>
  read(source, 'was seen', (exchange) => [{ value: exchange, exchange, part: 'request', pointer: '' }]);

/** The members of those names that are in the body and are not null (null is the matter of R-05). */
export const members = (source: Source, ...names: readonly string[]): Select<ExchangeSpot> =>
  read(source, `carries ${names.join(' or ')}`, (exchange) =>
    names.flatMap((name) => {
      const value = bodyOf(exchange)[name];
      return value === undefined || value === null ? [] : [bodySpot(exchange, value, name)];
    }),
  );

/** Those members whether they are there or not. */
export const expectedMembers = (source: Source, ...names: readonly string[]): Select<ExchangeSpot> =>
  read(source, 'carries a JSON object', (exchange) =>
    objectOf(exchange.request.json) === undefined
      ? []
      : names.map((name) => bodySpot(exchange, bodyOf(exchange)[name], name)),
  );

/** The strings in arrays of those names. */
export const elements = (source: Source, ...names: readonly string[]): Select<ExchangeSpot<string>> =>
  read(source, `carries an element of ${names.join(' or ')}`, (exchange) =>
    names.flatMap((name) =>
      (stringsOf(bodyOf(exchange)[name]) ?? []).map((value, index) => bodySpot(exchange, value, name, String(index))),
    ),
  );

function noneOf({ noun }: Source, count: number, lacking: string): string {
  if (count === 0) return `no ${noun} was seen`;
  return count === 1
    ? `the only ${noun} is not one that ${lacking}`
    : `none of the ${count} ${plural(noun)} ${lacking}`;
}

const plural = (noun: string) => noun.replace(/\brequest\b/, 'requests');
