import type { Check } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Profile } from '../check/level.ts';
import type { ObservationName } from '../recording/observation-names.ts';
import type { Recording } from '../recording/recording.ts';
import type { Seen } from '../recording/seen.ts';

/** What a mutant changes: all the recordings of one good run. */
export type Story = readonly Recording[];

export type CatalogueCheck = Check<Seen, Story, ObservationName>;
export type Judge = (seen: Seen, profile: Profile) => Finding;

/** The checks of one file, sorted by id. */
export const defineChecks = (...checks: CatalogueCheck[]): readonly CatalogueCheck[] => checks;

export const everyProfile: readonly Profile[] = ['oauth', 'oidc', 'bcp', 'gravitee'];
/** OpenID Connect, and what builds on it. */
export const connect: readonly Profile[] = ['oidc', 'bcp', 'gravitee'];
/** OpenID Connect without the product's own application types, which `gravitee` allows. */
export const strictConnect: readonly Profile[] = ['oidc', 'bcp'];

/** Order of ids: by area, then by number, so that `R-9` would come before `R-10`. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => {
  const [areaA = '', numberA = ''] = a.id.split('-');
  const [areaB = '', numberB = ''] = b.id.split('-');
  return areaA === areaB ? Number(numberA) - Number(numberB) : areaA < areaB ? -1 : 1;
};
