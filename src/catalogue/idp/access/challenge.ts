import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { holds } from '../../demands.ts';
import type { Demand, ExchangeSpot, Select, Spot } from '../../rules.ts';
import { read } from '../answers.ts';

/** The challenges of answers 401; other answers need none. */
export const challenges = (...refs: readonly string[]): Select<ExchangeSpot<string | undefined>> =>
  read(refs, 'is a 401', (exchange) =>
    exchange.response.status === 401
      ? [
          {
            value: exchange.response.header('WWW-Authenticate').join(', ') || undefined,
            exchange,
            part: 'response header',
            pointer: 'WWW-Authenticate',
          },
        ]
      : [],
  );

/** The statuses of refusals; where registration is open there is none. */
export const refusalStatuses = (...refs: readonly string[]): Select<ExchangeSpot<number>> =>
  read(refs, 'is a refusal: registration is open', (exchange) =>
    exchange.response.status < 400
      ? []
      : [{ value: exchange.response.status, exchange, part: 'response status', pointer: '' }],
  );

export const isBearerChallenge: Demand<Spot<string | undefined>> = holds(
  'a Bearer challenge',
  (value) => value !== undefined && /(^|,)\s*bearer\b/i.test(value),
);

export const hasNoError: Demand<Spot<string | undefined>> = holds(
  'a challenge without an error',
  (value) => value === undefined || !/\berror\s*=/i.test(value),
);

/** The status, and the error code in the challenge or in the body: RFC 6750 §3 knows the first, most IdPs send the second. */
export const refusedBearer =
  (status: number, code: string): Demand<ExchangeSpot<SeenExchange>> =>
  ({ value: { response } }) => {
    const inHeader = response.header('WWW-Authenticate').join(', ');
    const inBody = objectOf(response.json)?.['error'];
    const named = new RegExp(`\\berror\\s*=\\s*"?${code}\\b`, 'i').test(inHeader) || inBody === code;
    return response.status === status && named
      ? undefined
      : {
          expected: `${status} ${code}`,
          found: `${response.status} ${inHeader || (typeof inBody === 'string' ? inBody : 'without a code')}`,
        };
  };
