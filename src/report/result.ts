import type { BaselineEntry } from '../check/baseline.ts';
import { applyBaseline } from '../check/baseline.ts';
import type { Profile } from '../check/level.ts';
import type { OperationRow } from '../check/operation.ts';
import { resultVersion, type Result } from '../check/result.ts';
import { countsOf, endingOf } from '../check/summary.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Recording } from '../recording/recording.ts';

export interface ResultInput {
  harness: string;
  profile: Profile;
  strict: boolean;
  requirements?: string | undefined;
  recordings: readonly Recording[];
  verdicts: readonly Verdict[];
  baseline: { file: string; entries: readonly BaselineEntry[] } | null;
  /** Of an identity provider that was tried. */
  operations?: readonly OperationRow[];
}

/** Design decision: nobody may take a verdict on the stand-in for one on a product. */
const standInDisclaimer =
  'These verdicts are about the embedded stand-in, which sends what a real APIM was recorded to send. They are not verdicts on a Gravitee product.';

/** Puts the verdicts, the baseline and the recordings together. Pure; the same input gives the same result, byte for byte. */
export function makeResult({
  harness,
  profile,
  strict,
  requirements,
  recordings,
  verdicts,
  baseline,
  operations,
}: ResultInput): Result {
  const sorted = verdicts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const judged = applyBaseline(
    sorted,
    baseline?.entries ?? [],
    recordings.map(({ id }) => id),
  );
  const unfinished = recordings.filter(({ outcome }) => outcome === 'incomplete');
  const incomplete = unfinished.map(({ id }) => id);
  const blocked = unfinished.find(({ cases }) => cases !== undefined)?.note;
  const sut = recordings.find((recording) => recording.sut !== null)?.sut ?? null;
  return {
    format: 'dcr-harness/result',
    version: resultVersion,
    harness,
    profile,
    strict,
    ...(requirements !== undefined && { requirements }),
    sut,
    idp: recordings.find((recording) => recording.idp !== null)?.idp ?? null,
    disclaimer: sut?.kind === 'reference' ? standInDisclaimer : null,
    recordings: recordings.map(({ id, title, outcome, note, exchanges, steps }) => ({
      id,
      title,
      outcome,
      note: note ?? null,
      exchanges: exchanges.length,
      steps: steps.length,
    })),
    baseline: baseline && { file: baseline.file, stale: judged.stale },
    ...(operations !== undefined && { operations: [...operations] }),
    counts: countsOf(judged.verdicts),
    ...endingOf({
      verdicts: judged.verdicts,
      stale: judged.stale,
      incomplete,
      ...(blocked !== undefined && { blocked }),
    }),
    verdicts: judged.verdicts,
  };
}
