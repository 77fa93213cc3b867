import { relative } from 'node:path';
import { benchOf } from '../catalogue/bench.ts';
import { books, sideOf } from '../catalogue/books.ts';
import type { CatalogueCheck } from '../catalogue/define.ts';
import { judgeOperations } from '../catalogue/idp/operations/judge-operations.ts';
import { find } from '../catalogue/index.ts';
import { requiredIds } from '../catalogue/requirements.ts';
import { unprovenByProfile } from '../catalogue/unproven.ts';
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
  /** Name of a frozen requirement set; every check when left out. */
  requirements?: string | undefined;
  /** Path of the baseline file, or null for none. */
  baseline: string | null;
}

/** Each recording is judged by the rules of the side it is evidence of; those of one side are judged together. */
export function judgeAll(
  recordings: readonly Recording[],
  { profile, strict, requirements }: Omit<JudgeSettings, 'baseline'>,
): Verdict[] {
  const unproven = unprovenByProfile.get(profile) ?? new Set<string>();
  return [...Map.groupBy(recordings, sideOf)].flatMap(([side, own]) => {
    const bench = { ...benchOf(own, profile, strict), unproven };
    return chosen(books[side], requirements).map((check) => judge(check, bench));
  });
}

/** The checks that are in a requirement set; all of them when none is named. */
export function chosen(checks: readonly CatalogueCheck[], requirements?: string): readonly CatalogueCheck[] {
  const ids = requirements === undefined ? undefined : requiredIds(requirements);
  return ids === undefined ? checks : checks.filter(({ id }) => ids.has(id));
}

/** Judges recordings and puts the result together with the baseline. */
export async function resultOf(recordings: readonly Recording[], settings: JudgeSettings): Promise<Result> {
  const { profile, strict, requirements, baseline } = settings;
  const verdicts = judgeAll(recordings, settings);
  const tried = recordings.filter((recording) => sideOf(recording) === 'idp');
  return makeResult({
    harness: harnessVersion(),
    profile,
    strict,
    requirements,
    recordings,
    verdicts,
    ...(tried.length > 0 && { operations: judgeOperations(tried, verdictsForApim(tried, settings, verdicts)) }),
    baseline: baseline === null ? null : { file: nameOf(baseline), entries: await knownOf(baseline, requirements) },
  });
}

/** Whether APIM can work with an IdP is decided by what APIM needs, whatever profile the run is judged by. */
const verdictsForApim = (tried: readonly Recording[], settings: JudgeSettings, verdicts: readonly Verdict[]) =>
  settings.profile === 'gravitee' ? verdicts : judgeAll(tried, { ...settings, profile: 'gravitee' });

/** What the baseline says of checks that are not in the requirement set is no matter of this run. */
async function knownOf(baseline: string, requirements: string | undefined) {
  const entries = await readBaseline(baseline);
  const ids = new Set(chosen(Object.values(books).flat(), requirements).map(({ id }) => id));
  return entries.filter(({ id }) => ids.has(id) || find(id) === undefined);
}

/** The baselines that come with the package are named from its root, so that no report shows a path of a machine. */
const nameOf = (path: string) => {
  const own = relative(packageRoot, path);
  return own.startsWith('..') ? path : own;
};
