import { accepts, mediaTypeOf } from './media-type.ts';
import type { Demand, ExchangeSpot, Select } from './rules.ts';
import { headerSpot, read } from './select.ts';
import type { Source } from './sources.ts';

/** The `Accept` headers of each request; none at all accepts everything, so that is a spot too. */
export const acceptOf = (source: Source): Select<ExchangeSpot<readonly string[]>> =>
  read(source, 'was seen', (exchange) => [headerSpot(exchange, exchange.request.header('accept'), 'Accept')]);

export const acceptsJson: Demand<ExchangeSpot<readonly string[]>> = ({ value }) =>
  accepts(value, 'application/json')
    ? undefined
    : { expected: 'a header that accepts application/json, or none', found: value.join(', ') };

/** The `Content-Type` headers of each request; a request has exactly one (RFC 9110 §8.3). */
export const contentTypeOf = (source: Source): Select<ExchangeSpot<readonly string[]>> =>
  read(source, 'was seen', (exchange) => [
    headerSpot(exchange, exchange.request.header('content-type'), 'Content-Type'),
  ]);

export const isOfType =
  (wanted: string): Demand<ExchangeSpot<readonly string[]>> =>
  ({ value }) => {
    const [only] = value;
    return value.length === 1 && mediaTypeOf(only ?? '')?.essence === wanted
      ? undefined
      : { expected: wanted, found: only === undefined ? 'absent' : value.join(', ') };
  };
