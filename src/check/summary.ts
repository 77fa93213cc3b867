import type { StaleEntry } from './baseline.ts';
import type { Result } from './result.ts';
import type { Verdict } from './verdict.ts';

export type Counts = Result['counts'];

/** A deviation that the baseline knows is counted as known, not as failed or warned. */
export function countsOf(verdicts: readonly Verdict[]): Counts {
  const counts: Counts = {
    pass: 0,
    fail: 0,
    known: 0,
    warn: 0,
    'not-observed': 0,
    'not-applicable': 0,
    inconclusive: 0,
  };
  for (const { outcome, known } of verdicts) counts[known === null ? outcome : 'known'] += 1;
  return counts;
}

interface Evidence {
  verdicts: readonly Verdict[];
  stale: readonly StaleEntry[];
  /** Ids of the recordings that end before their story does. */
  incomplete: readonly string[];
  /** Why an identity provider could not be tried to the end; then no finding says more than that. */
  blocked?: string;
}

type Ending = Pick<Result, 'exitCode' | 'reasons'>;

/**
 * How the run ends. A new failure of the product is said before anything else (1); then that the harness could not observe (3);
 * then a binding rule that was not observed, or a stale baseline (1). Nothing of it: 0. When nothing more could be tried, that comes
 * before all else (3).
 */
export function endingOf({ verdicts, stale, incomplete, blocked }: Evidence): Ending {
  const ids = (test: (verdict: Verdict) => boolean) => verdicts.filter(test).map(({ id }) => id);
  const failed = ids(({ outcome, known }) => outcome === 'fail' && known === null);
  const broken = ids(({ outcome }) => outcome === 'inconclusive');
  const unseen = ids(({ outcome, level }) => outcome === 'not-observed' && (level === 'MUST' || level === 'SEC'));
  const findings = [
    ...said(failed, (list, n) => `${n} check${s(n)} failed: ${list}`),
    ...said(unseen, (list, n) => `${n} binding rule${s(n)} could not be observed: ${list}`),
    ...stale.map(({ id, problem }) => `the baseline entry ${id} is stale: ${problem}`),
  ];
  const trouble = [
    ...said(incomplete, (list, n) => `${n} stor${n === 1 ? 'y' : 'ies'} could not be walked to the end: ${list}`),
    ...said(broken, (list, n) => `${n} check${s(n)} could not be decided: ${list}`),
  ];
  const reasons = [...findings, ...trouble];
  if (blocked !== undefined) return { exitCode: 3, reasons: [blocked, ...findings] };
  if (failed.length > 0) return { exitCode: 1, reasons };
  if (trouble.length > 0) return { exitCode: 3, reasons };
  return { exitCode: findings.length > 0 ? 1 : 0, reasons };
}

const s = (count: number) => (count === 1 ? '' : 's');

const said = (list: readonly string[], sentence: (list: string, count: number) => string) =>
  list.length === 0 ? [] : [sentence(list.join(', '), list.length)];
