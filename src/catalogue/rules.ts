import type { Breach, Finding, Where } from '../check/finding.ts';
import type { Profile } from '../check/level.ts';
import type { Seen, SeenExchange } from '../recording/seen.ts';
import type { Judge } from './define.ts';

/** One thing that a rule reads: a value and where it stands. */
export interface ExchangeSpot<Value = unknown> {
  readonly value: Value;
  readonly exchange: SeenExchange;
  readonly part: string;
  readonly pointer: string;
}

/** A value of the story as a whole, such as the clients that exist at the end. */
export interface StorySpot<Value = unknown> {
  readonly value: Value;
  readonly recording: string;
  readonly subject: string;
}

export type Spot<Value = unknown> = ExchangeSpot<Value> | StorySpot<Value>;

/** What a rule reads of the recordings; `none` is the proof sentence for when there is nothing to read. */
export interface Selection<S extends Spot> {
  readonly spots: readonly S[];
  readonly none: string;
}

export type Select<S extends Spot> = (seen: Seen, profile: Profile) => Selection<S>;
export type Complaint = Pick<Breach, 'expected' | 'found'>;
export type Demand<S extends Spot> = (spot: S, context: Context) => Complaint | undefined;

export interface Context {
  readonly seen: Seen;
  readonly profile: Profile;
}

/** Every spot meets the demand. Nothing to read is `not-applicable`, never a pass. */
export const every =
  <S extends Spot>(select: Select<S>, demand: Demand<S>): Judge =>
  (seen, profile) => {
    const { spots, none } = select(seen, profile);
    const context = { seen, profile };
    const breaches = spots.flatMap((spot) => {
      const complaint = demand(spot, context);
      return complaint === undefined ? [] : [{ ...complaint, where: whereOf(spot) }];
    });
    return findingOf(spots, breaches, none);
  };

/** Spots of one key have one value; the first of each key says which. */
export const alike =
  <S extends Spot>(
    select: Select<S>,
    keyOf: (spot: S, context: Context) => string,
    valueOf: (spot: S) => string,
  ): Judge =>
  (seen, profile) => {
    const firsts = new Map<string, { value: string; where: Where }>();
    const judged = every(select, (spot, context) => {
      const key = keyOf(spot, context);
      const value = valueOf(spot);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { value, where: whereOf(spot) });
      return first === undefined || first.value === value
        ? undefined
        : { expected: `${first.value}, as in ${placeOf(first.where)}`, found: value };
    });
    return judged(seen, profile);
  };

function findingOf(spots: readonly Spot[], [first, ...rest]: readonly Breach[], none: string): Finding {
  const last = spots.at(-1);
  if (last === undefined) return { outcome: 'not-applicable', because: none };
  return first === undefined
    ? { outcome: 'met', judged: spots.length, where: whereOf(last) }
    : { outcome: 'broken', judged: spots.length, breaches: [first, ...rest] };
}

const placeOf = ({ recording, exchange }: Where) => `exchange ${exchange} of ${recording}`;

export function whereOf(spot: Spot): Where {
  if (!('exchange' in spot))
    return { recording: spot.recording, exchange: 0, request: spot.subject, part: 'story', pointer: '' };
  const { exchange, part, pointer } = spot;
  const { recording, number, method, url, response } = exchange;
  return { recording, exchange: number, request: `${method} ${targetOf(url)} → ${response.status}`, part, pointer };
}

const targetOf = (url: string) => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/';

const longestShown = 160;

/** A value as a person reads it in a report. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
