import { relative } from 'node:path';
import { catalogue } from '../catalogue/index.ts';
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
  /** Path of the baseline file, or null for none. */
  baseline: string | null;
}

/** Every check of the rule book on the recordings together. */
export function judgeAll(
  recordings: readonly Recording[],
  { profile, strict }: Omit<JudgeSettings, 'baseline'>,
): Verdict[] {
  const seen = see(recordings);
  const bench = { seen, observed: observe(seen), plan: planOf(seen), profile, strict, describe: describeObservation };
  return catalogue.map((check) => judge(check, bench));
}

/** Judges recordings and puts the result together with the baseline. */
export async function resultOf(recordings: readonly Recording[], settings: JudgeSettings): Promise<Result> {
  const { profile, strict, baseline } = settings;
  return makeResult({
    harness: harnessVersion(),
    profile,
    strict,
    recordings,
    verdicts: judgeAll(recordings, settings),
    baseline: baseline === null ? null : { file: nameOf(baseline), entries: await readBaseline(baseline) },
  });
}

/** The baselines that come with the package are named from its root, so that no report shows a path of a machine. */
const nameOf = (path: string) => {
  const own = relative(packageRoot, path);
  return own.startsWith('..') ? path : own;
};
