import { isDeepStrictEqual } from 'node:util';
import type { Members } from '../probe.ts';

/** What became of each member of a registration request (RFC 7591 §3.2.1). */
export interface Difference {
  readonly kept: readonly string[];
  readonly changed: readonly string[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

/** Compares the members that were asked for with those of the answer. */
export function differenceOf(asked: Members, answered: Members): Difference {
  const names = Object.keys(asked);
  const returned = names.filter((name) => answered[name] !== undefined);
  const isKept = (name: string) => isDeepStrictEqual(asked[name], answered[name]);
  return {
    kept: returned.filter(isKept),
    changed: returned
      .filter((name) => !isKept(name))
      .map((name) => `${name} ${JSON.stringify(asked[name])} → ${JSON.stringify(answered[name])}`),
    dropped: names.filter((name) => !returned.includes(name)),
    added: Object.keys(answered).filter((name) => !names.includes(name)),
  };
}
