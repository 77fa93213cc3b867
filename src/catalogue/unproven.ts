import { profiles, type Profile } from '../check/level.ts';
import type { SelftestRow } from './selftest.ts';
import { unproven as known } from './unproven.generated.ts';

/** Ids of checks, each with the profiles in which its mutant does not turn it red. */
export type Unproven = { readonly [id: string]: readonly Profile[] };

/** What a run of every mutant left unproven. */
export const unprovenIn = (rows: readonly SelftestRow[]): Unproven =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        rows.filter(({ killed }) => !killed),
        ({ id }) => id,
      ),
    ].map(([id, own]) => [id, own.map(({ profile }) => profile)]),
  );

/** The profiles in which a check is unproven. */
export const unprovenProfiles = (id: string, all: Unproven = known): readonly Profile[] => all[id] ?? [];

/** The checks that are unproven in each profile. */
export const unprovenByProfile: ReadonlyMap<Profile, ReadonlySet<string>> = new Map(
  profiles.map((profile) => [
    profile,
    new Set(Object.keys(known).filter((id) => unprovenProfiles(id).includes(profile))),
  ]),
);
