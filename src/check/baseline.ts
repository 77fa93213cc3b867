import { z } from 'zod';
import type { Verdict } from './verdict.ts';
import { parseYamlList, type ListOf } from './yaml-list.ts';

/** One known, explained deviation of a target. */
const entrySchema = z.strictObject({
  id: z.string().min(1),
  reason: z.string().min(1),
  link: z.string().optional(),
  /** Ids of the recordings in which it deviates; left out: in any. */
  stories: z.array(z.string().min(1)).min(1).optional(),
  date: z.iso.date(),
});

export type BaselineEntry = z.infer<typeof entrySchema>;

/** Reads the text of a `dcrh-baseline.yaml`: a list of `id`, `reason`, `date` and, if there are any, `link` and `stories`. */
export const parseBaseline = (text: string): ListOf<BaselineEntry> =>
  parseYamlList(text, entrySchema, { entries: 'entries with id, reason and date', key: 'id' });

/** An entry that has to go: its check no longer fails, or there is no such check. */
export interface StaleEntry {
  id: string;
  problem: string;
}

/**
 * Marks the failures and warnings that the baseline knows, and finds the entries that are stale. `walked`: ids of the recordings
 * that were judged; an entry for stories that were not all among them is not called stale.
 */
export function applyBaseline(
  verdicts: readonly Verdict[],
  entries: readonly BaselineEntry[],
  walked: readonly string[] = [],
): { verdicts: Verdict[]; stale: StaleEntry[] } {
  const byCheck = new Map(entries.map((entry) => [entry.id, entry]));
  const marked = verdicts.map((verdict) =>
    isBroken(verdict) ? { ...verdict, known: reasonFor(verdict, byCheck.get(verdict.id)) } : verdict,
  );
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const stale = entries.flatMap((entry) => {
    const verdict = byId.get(entry.id);
    const problem =
      verdict === undefined
        ? 'there is no such check; remove the entry or correct the id'
        : problemWith(entry, verdict, walked);
    return problem === undefined ? [] : [{ id: entry.id, problem }];
  });
  return { verdicts: marked, stale };
}

const isBroken = ({ outcome }: Verdict) => outcome === 'fail' || outcome === 'warn';

/** A deviation in a story that the entry does not name is news. */
function reasonFor(verdict: Verdict, entry: BaselineEntry | undefined): string | null {
  if (entry === undefined) return null;
  const { stories, reason } = entry;
  return stories === undefined || verdict.brokenIn.every((story) => stories.includes(story)) ? reason : null;
}

function problemWith({ stories }: BaselineEntry, verdict: Verdict, walked: readonly string[]): string | undefined {
  if (verdict.outcome === 'pass')
    return stories === undefined || stories.every((story) => walked.includes(story))
      ? 'the check passes now; remove the entry'
      : undefined;
  if (!isBroken(verdict) || stories === undefined) return undefined;
  const mended = stories.filter((story) => walked.includes(story) && !verdict.brokenIn.includes(story));
  return mended.length === 0 ? undefined : `the check passes now in ${mended.join(', ')}; remove them from the entry`;
}
