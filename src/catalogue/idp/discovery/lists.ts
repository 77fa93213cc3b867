import { holds } from '../../demands.ts';
import { stringsOf } from '../../select.ts';
import type { Demand, Spot } from '../../rules.ts';

/** Discovery §4.2: many values are an array, no values are no member. */
export const isFilledList: Demand<Spot> = holds(
  'an array of strings that is not empty',
  (value) => (stringsOf(value)?.length ?? 0) > 0,
);
