import { objectOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { holds } from '../demands.ts';
import { show, type Demand, type ExchangeSpot, type Spot } from '../rules.ts';

export const isTaken: Demand<Spot<number>> = holds('a status of 200 to 299', (value) => value >= 200 && value < 300);

export const isRefused: Demand<Spot<number>> = holds('a refusal, 400 to 499', (value) => value >= 400 && value < 500);

export const isTakenAnswer = ({ response }: SeenExchange): boolean => response.status >= 200 && response.status < 300;

/** The status and the error code that a refusal must have. */
export const refusedAs =
  (statuses: readonly number[], ...codes: readonly string[]): Demand<ExchangeSpot<SeenExchange>> =>
  ({ value: { response } }) => {
    const code = objectOf(response.json)?.['error'];
    return statuses.includes(response.status) && typeof code === 'string' && codes.includes(code)
      ? undefined
      : { expected: `${statuses.join(' or ')} ${codes.join(' or ')}`, found: `${response.status} ${show(code)}` };
  };
