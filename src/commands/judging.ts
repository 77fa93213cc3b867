import { relative } from 'node:path';
import { benchOf } from '../catalogue/bench.ts';
import { books, sideOf } from '../catalogue/books.ts';
import { judgeOperations } from '../catalogue/idp/operations/judge-operations.ts';
import { judge } from '../check/judge.ts';
import type { Profile } from '../check/level.ts';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import { readBaseline } from '../config/baseline-file.ts';
import { packageRoot } from '../config/paths.ts';
import type { Recording } from '../recording/recording.ts';
import { makeResult } from '../report/result.ts';
import { harnessVersion } from './version.ts';

export interface JudgeSettings {
  profile: Profile;
  strict: boolean;
  /** Path of the baseline file, or null for none. */
  baseline: string | null;
}

/** Each recording is judged by the rules of the side it is evidence of; those of one side are judged together. */
export function judgeAll(
  recordings: readonly Recording[],
  { profile, strict }: Omit<JudgeSettings, 'baseline'>,
): Verdict[] {
  return [...Map.groupBy(recordings, sideOf)].flatMap(([side, own]) => {
    const bench = benchOf(own, profile, strict);
    return books[side].map((check) => judge(check, bench));
  });
}

/** Judges recordings and puts the result together with the baseline. */
export async function resultOf(recordings: readonly Recording[], settings: JudgeSettings): Promise<Result> {
  const { profile, strict, baseline } = settings;
  const verdicts = judgeAll(recordings, settings);
  const tried = recordings.filter((recording) => sideOf(recording) === 'idp');
  return makeResult({
    harness: harnessVersion(),
    profile,
    strict,
    recordings,
    verdicts,
    ...(tried.length > 0 && { operations: judgeOperations(tried, verdicts) }),
    baseline: baseline === null ? null : { file: nameOf(baseline), entries: await readBaseline(baseline) },
  });
}

/** The baselines that come with the package are named from its root, so that no report shows a path of a machine. */
const nameOf = (path: string) => {
  const own = relative(packageRoot, path);
  return own.startsWith('..') ? path : own;
};
