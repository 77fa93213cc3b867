import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Verdict } from './verdict.ts';

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

/** A mistake in a baseline file, for a message of the form `file:line  sentence`. */
export interface BaselineMistake {
  line: number;
  sentence: string;
}

/** Reads the text of a `dcrh-baseline.yaml`: a list of `id`, `reason`, `date` and, if there are any, `link` and `stories`. */
export function parseBaseline(text: string): { entries: BaselineEntry[]; mistake: BaselineMistake | null } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineOf = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  const mistaken = (line: number, sentence: string) => ({ entries: [], mistake: { line, sentence } });
  const [error] = document.errors;
  if (error) return mistaken(lineOf(error.pos[0]), error.message.split('\n')[0] ?? 'is not YAML');
  if (document.contents === null) return { entries: [], mistake: null };
  if (!isSeq(document.contents)) return mistaken(1, 'must be a list of entries with id, reason and date');
  const entries: BaselineEntry[] = [];
  for (const node of document.contents.items) {
    const start = isMap(node) ? node.range[0] : undefined;
    const read = entrySchema.safeParse(isMap(node) ? node.toJSON() : undefined);
    if (!read.success) {
      const issue = read.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? read.error.issues[0];
      return mistaken(lineOf(offsetOf(node, issue) ?? start), sentenceOf(issue));
    }
    if (entries.some(({ id }) => id === read.data.id)) return mistaken(lineOf(start), `${read.data.id} stands twice`);
    entries.push(read.data);
  }
  return { entries, mistake: null };
}

/** Where the key stands that an issue is about. */
function offsetOf(node: unknown, issue: z.core.$ZodIssue | undefined): number | undefined {
  if (!isMap(node) || issue === undefined) return undefined;
  const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** Two words of the same letters are most likely the same word. */
const lettersOf = (word: string) => word.split('').sort().join('');

const keys = Object.keys(entrySchema.shape);

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys;
    const near = keys.find((key) => lettersOf(key) === lettersOf(unknown)) ?? keys.find((key) => key[0] === unknown[0]);
    return `"${unknown}" is not a known key.${near === undefined ? ` Known: ${keys.join(', ')}.` : ` Did you mean "${near}"?`}`;
  }
  const [name] = issue?.path ?? [];
  return name === undefined
    ? 'an entry must have id, reason and date'
    : `"${String(name)}" is missing or wrong: ${issue?.message ?? ''}`;
}

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

const storiesIn = ({ breaches }: Verdict) => new Set(breaches.map(({ where }) => where.recording));

/** A deviation in a story that the entry does not name is news. */
function reasonFor(verdict: Verdict, entry: BaselineEntry | undefined): string | null {
  if (entry === undefined) return null;
  const { stories, reason } = entry;
  return stories === undefined || [...storiesIn(verdict)].every((story) => stories.includes(story)) ? reason : null;
}

function problemWith({ stories }: BaselineEntry, verdict: Verdict, walked: readonly string[]): string | undefined {
  if (verdict.outcome === 'pass')
    return stories === undefined || stories.every((story) => walked.includes(story))
      ? 'the check passes now; remove the entry'
      : undefined;
  const kept = verdict.breachCount === verdict.breaches.length;
  if (!isBroken(verdict) || stories === undefined || !kept) return undefined;
  const broken = storiesIn(verdict);
  const mended = stories.filter((story) => walked.includes(story) && !broken.has(story));
  return mended.length === 0 ? undefined : `the check passes now in ${mended.join(', ')}; remove them from the entry`;
}
