import { show, type Demand, type ExchangeSpot, type Spot } from './rules.ts';
import { stringsOf } from './select.ts';

/** The value of a spot passes a test. */
export const holds =
  <Value>(expected: string, test: (value: Value) => boolean): Demand<Spot<Value>> =>
  ({ value }) =>
    test(value) ? undefined : { expected, found: show(value) };

export const oneOf = (...allowed: readonly string[]): Demand<Spot> =>
  holds(
    allowed.map((value) => show(value)).join(' or '),
    (value) => typeof value === 'string' && allowed.includes(value),
  );

export const isStrings: Demand<Spot> = holds('an array of strings', (value) => stringsOf(value) !== undefined);

export const isPresent: Demand<Spot> = holds('the member, stated', (value) => value !== undefined && value !== null);

/** A value is in the list of that name in the metadata in force. Metadata without the list allows everything. */
export const advertisedAs =
  (list: string): Demand<ExchangeSpot> =>
  ({ value, exchange }, { seen }) => {
    const advertised = stringsOf(seen.metadataFor(exchange)?.[list]);
    return advertised === undefined || (typeof value === 'string' && advertised.includes(value))
      ? undefined
      : { expected: `one of ${list}: ${advertised.join(', ')}`, found: show(value) };
  };
