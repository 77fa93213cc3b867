import { holds } from '../../demands.ts';
import type { Demand, Spot } from '../../rules.ts';

/** RFC 6749 §5.1: the value is compared without case. */
export const isBearer: Demand<Spot> = holds(
  'Bearer, in any case',
  (value) => typeof value === 'string' && value.toLowerCase() === 'bearer',
);

export const isSeconds: Demand<Spot> = holds('a number over 0', (value) => typeof value === 'number' && value > 0);

export const isAbsent: Demand<Spot> = holds('no such member', (value) => value === undefined || value === null);

export const isNoCache: Demand<Spot<string | undefined>> = holds(
  'no-cache',
  (value) => value?.toLowerCase().includes('no-cache') === true,
);
