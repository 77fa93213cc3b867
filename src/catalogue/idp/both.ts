import type { Finding } from '../../check/finding.ts';
import { show, type Demand, type ExchangeSpot, type Select, type Spot } from '../rules.ts';
import type { Judge } from '../define.ts';
import { objectOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { canonical } from './demands.ts';
import { exchangesOf, memberSpot, type AnswerRef } from './answers.ts';

/** All of the rules hold. Where one has nothing to read, the others decide. */
export const both =
  (...judges: readonly Judge[]): Judge =>
  (seen, profile) =>
    judges.map((judge) => judge(seen, profile)).reduce(worse);

function worse(a: Finding, b: Finding): Finding {
  if (a.outcome === 'not-applicable') return b;
  if (b.outcome === 'not-applicable') return a;
  const judged = a.judged + b.judged;
  if (a.outcome === 'met') return { ...b, judged };
  if (b.outcome === 'met') return { ...a, judged };
  const [first, ...rest] = a.breaches;
  return { outcome: 'broken', judged, breaches: [first, ...rest, ...b.breaches] };
}

/** Only what stands in answers that are a success. */
export const inSuccesses =
  <S extends ExchangeSpot>(select: Select<S>): Select<S> =>
  (seen, profile) => {
    const { spots, none } = select(seen, profile);
    const kept = spots.filter(({ exchange: { response } }) => response.status >= 200 && response.status < 300);
    return { spots: kept, none: spots.length === 0 ? none : 'no answer is a success' };
  };

/** A pair of values that belong together: what was sent or said first, and what the answer says. */
export interface Compared {
  readonly before: unknown;
  readonly after: unknown;
}

/** Members of the request that the answers of a ref belong to, beside those of the answer of another ref. */
export const membersSent =
  (asked: AnswerRef, answered: AnswerRef, ignored: readonly string[] = []): Select<ExchangeSpot<Compared>> =>
  (seen) => {
    const sent = objectOf(exchangesOf(seen, asked)[0]?.request.json) ?? {};
    return compared(sent, exchangesOf(seen, answered), ignored);
  };

/** Members of an earlier answer beside those of a later one. */
export const membersKept =
  (before: AnswerRef, after: AnswerRef, ignored: readonly string[] = []): Select<ExchangeSpot<Compared>> =>
  (seen) =>
    compared(objectOf(exchangesOf(seen, before)[0]?.response.json) ?? {}, exchangesOf(seen, after), ignored);

function compared(
  earlier: Readonly<Record<string, unknown>>,
  exchanges: readonly SeenExchange[],
  ignored: readonly string[],
) {
  const names = Object.keys(earlier).filter((name) => !ignored.includes(name));
  const spots = exchanges.flatMap((exchange) => {
    const members = objectOf(exchange.response.json);
    if (members === undefined) return [];
    return names.map((name) => ({
      ...memberSpot(exchange, name, undefined),
      value: { before: earlier[name], after: members[name] },
    }));
  });
  return { spots, none: 'there is nothing to compare' };
}

/** Equal; the order of a list does not matter. */
export const isSame: Demand<Spot<Compared>> = ({ value: { before, after } }) =>
  sorted(before) === sorted(after) ? undefined : { expected: show(before), found: show(after) };

export const isAnother: Demand<Spot<Compared>> = ({ value: { before, after } }) =>
  sorted(before) === sorted(after) ? { expected: `another than ${show(before)}`, found: show(after) } : undefined;

const sorted = (value: unknown) =>
  canonical(Array.isArray(value) ? value.map((entry) => canonical(entry)).sort() : value);

/** Only the members of these names. */
export const named =
  (select: Select<ExchangeSpot<Compared>>, ...names: readonly string[]): Select<ExchangeSpot<Compared>> =>
  (seen, profile) => {
    const { spots, none } = select(seen, profile);
    return { spots: spots.filter(({ pointer }) => names.includes(pointer.slice(1))), none };
  };
