import type { Requirement } from './requirements/requirement.ts';
import { release as release202612 } from './requirements/2026-12.generated.ts';

/** What each release promised, by its name. A set is never edited: a check that is new belongs to the next one. */
export const requirementSets: ReadonlyMap<string, readonly Requirement[]> = new Map([['2026-12', release202612]]);

/** The ids of a set; undefined when there is none of that name. */
export const requiredIds = (name: string): ReadonlySet<string> | undefined => {
  const set = requirementSets.get(name);
  return set && new Set(set.map(({ id }) => id));
};
