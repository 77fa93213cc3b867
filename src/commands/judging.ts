import { relative } from 'node:path';
import { catalogue, find } from '../catalogue/index.ts';
import { requiredIds } from '../catalogue/requirements.ts';
import { unprovenByProfile } from '../catalogue/unproven.ts';
import { judge } from '../check/judge.ts';
import type { Profile } from '../check/level.ts';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import { readBaseline } from '../config/baseline-file.ts';
import { packageRoot } from '../config/paths.ts';
import { describeObservation, observe, planOf } from '../recording/observations.ts';
import type { Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import { makeResult } from '../report/result.ts';
import { harnessVersion } from './version.ts';

export interface JudgeSettings {
  profile: Profile;
  strict: boolean;
  /** Name of a frozen requirement set; every check when left out. */
  requirements?: string | undefined;
  /** Path of the baseline file, or null for none. */
  baseline: string | null;
}

/** Every check of the rule book on the recordings together. */
export function judgeAll(
  recordings: readonly Recording[],
  { profile, strict, requirements }: Omit<JudgeSettings, 'baseline'>,
): Verdict[] {
  const seen = see(recordings);
  const bench = {
    ...{ seen, observed: observe(seen), plan: planOf(seen), profile, strict, describe: describeObservation },
    unproven: unprovenByProfile.get(profile) ?? new Set<string>(),
  };
  return chosen(requirements).map((check) => judge(check, bench));
}

/** The checks of a requirement set. */
export function chosen(requirements: string | undefined): typeof catalogue {
  if (requirements === undefined) return catalogue;
  const ids = requiredIds(requirements);
  return catalogue.filter(({ id }) => ids?.has(id));
}

/** Judges recordings and puts the result together with the baseline. */
export async function resultOf(recordings: readonly Recording[], settings: JudgeSettings): Promise<Result> {
  const { profile, strict, requirements, baseline } = settings;
  return makeResult({
    harness: harnessVersion(),
    profile,
    strict,
    requirements,
    recordings,
    verdicts: judgeAll(recordings, settings),
    baseline: baseline === null ? null : { file: nameOf(baseline), entries: await knownOf(baseline, requirements) },
  });
}

/** What the baseline says of checks that are not in the requirement set is no matter of this run. */
async function knownOf(baseline: string, requirements: string | undefined) {
  const entries = await readBaseline(baseline);
  const ids = new Set(chosen(requirements).map(({ id }) => id));
  return entries.filter(({ id }) => ids.has(id) || find(id) === undefined);
}

/** The baselines that come with the package are named from its root, so that no report shows a path of a machine. */
const nameOf = (path: string) => {
  const own = relative(packageRoot, path);
  return own.startsWith('..') ? path : own;
};
