import { judge } from '../check/judge.ts';
import { profiles, type Level, type Profile } from '../check/level.ts';
import type { Outcome, Verdict } from '../check/verdict.ts';
import type { ObservationName } from '../recording/observation-names.ts';
import { observe } from '../recording/observations.ts';
import { see } from '../recording/see.ts';
import { goldenStory } from './client/golden.ts';
import type { CatalogueCheck, Story } from './define.ts';
import { catalogue } from './index.ts';

/** What one check says of the good story and of its own mutant, in one profile. */
export interface SelftestRow {
  readonly id: string;
  readonly profile: Profile;
  readonly level: Level;
  readonly golden: Outcome;
  readonly mutant: Outcome;
  /** The check passes the good story and is red on its mutant. */
  readonly killed: boolean;
  /** Other checks that the mutant turns red. */
  readonly alsoRed: readonly string[];
  /** Those of them that the check does not list as related: false alarms. */
  readonly unexpected: readonly string[];
}

export interface SelftestSummary {
  readonly checks: number;
  readonly proven: number;
  readonly unproven: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Every check of the catalogue judged on one story. */
export const judgeStory = (story: Story, profile: Profile): readonly Verdict[] => judgeIn(story)(profile);

type Names = ReadonlySet<ObservationName>;

/** The same for several profiles of a story that is read once; `elsewhere` is what other stories of the run have shown. */
export function judgeIn(story: Story, elsewhere: Names = new Set()): (profile: Profile) => readonly Verdict[] {
  const seen = see(story);
  const bench = { seen, observed: observe(seen).union(elsewhere), plan: null, strict: false };
  return (profile) => catalogue.map((check) => judge(check, { ...bench, profile }));
}

/** The mutants' meaning of red: a failure, a warning or a rule that broke. */
export const isRed = ({ outcome }: Verdict) => outcome === 'fail' || outcome === 'warn' || outcome === 'inconclusive';

/** Runs every mutant in every profile of its check. Takes a few seconds at most. */
export function selftest(): readonly SelftestRow[] {
  const golden = goldenStory();
  const judgeGood = judgeIn(golden);
  const good = new Map(profiles.map((profile) => [profile, judgeGood(profile)]));
  const judgeMutant = judgeChanges(golden);
  return catalogue.flatMap((check) => {
    const judgeBad = judgeMutant(check.mutant.change(golden));
    return check.profiles.map((profile) => rowOf(check, profile, good.get(profile) ?? [], judgeBad(profile)));
  });
}

/**
 * Judges what a mutant made of a good story by the recordings that it changed: a rule that passes the others once passes them
 * always. The stories without a fault belong together, as rules compare them with one another; one with a fault stands alone.
 */
export function judgeChanges(good: Story): (bad: Story) => (profile: Profile) => readonly Verdict[] {
  const shown = new Map(good.map((recording) => [recording, observe(see([recording]))]));
  return (bad) => {
    const changed = new Set(bad.filter((recording) => !shown.has(recording)));
    const together = [...changed].some((recording) => !hasFault(recording));
    const part = bad.filter((recording) => changed.has(recording) || (together && !hasFault(recording)));
    const others = bad.filter((recording) => !part.includes(recording));
    return judgeIn(part, new Set(others.flatMap((recording) => [...(shown.get(recording) ?? [])])));
  };
}

const hasFault = ({ exchanges }: Story[number]) => exchanges.some(({ faults }) => faults.length > 0);

function rowOf(
  check: CatalogueCheck,
  profile: Profile,
  good: readonly Verdict[],
  bad: readonly Verdict[],
): SelftestRow {
  const own = ({ id }: Verdict) => id === check.id;
  const golden = good.find(own)?.outcome ?? 'inconclusive';
  const mutant = bad.find(own)?.outcome ?? 'inconclusive';
  const alsoRed = bad.filter((verdict) => isRed(verdict) && !own(verdict)).map(({ id }) => id);
  return {
    id: check.id,
    profile,
    level: check.levelIn?.[profile] ?? check.level,
    golden,
    mutant,
    killed: golden === 'pass' && (mutant === 'fail' || mutant === 'warn'),
    alsoRed,
    unexpected: alsoRed.filter((id) => check.related?.includes(id) !== true),
  };
}

/** Counts checks, not rows: a check is proven when its mutant is killed in every profile. */
export function summaryOf(rows: readonly SelftestRow[]): SelftestSummary {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const unproven = ids.filter((id) => rows.some((row) => row.id === id && !row.killed));
  const falseAlarms = [...new Set(rows.flatMap(({ id, unexpected }) => unexpected.map((other) => `${id} → ${other}`)))];
  return { checks: ids.length, proven: ids.length - unproven.length, unproven, falseAlarms };
}
