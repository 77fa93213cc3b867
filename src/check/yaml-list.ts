import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** A mistake in a file, for a message of the form `file:line  sentence`. */
export interface FileMistake {
  line: number;
  sentence: string;
}

export interface ListOf<Entry> {
  entries: Entry[];
  mistake: FileMistake | null;
}

export interface ListWords {
  /** What the list is of, for the sentence about a file that is something else: "entries with id, reason and date". */
  readonly entries: string;
  /** The member by which an entry is told from the others. */
  readonly key: string;
}

/** Reads a YAML list of objects of one schema; the first mistake comes with its line. */
export function parseYamlList<Shape extends z.ZodRawShape>(
  text: string,
  schema: z.ZodObject<Shape>,
  { entries: words, key }: ListWords,
): ListOf<z.infer<z.ZodObject<Shape>>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineOf = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  const mistaken = (line: number, sentence: string) => ({ entries: [], mistake: { line, sentence } });
  const [error] = document.errors;
  if (error) return mistaken(lineOf(error.pos[0]), error.message.split('\n')[0] ?? 'is not YAML');
  if (document.contents === null) return { entries: [], mistake: null };
  if (!isSeq(document.contents)) return mistaken(1, `must be a list of ${words}`);
  const entries: z.infer<z.ZodObject<Shape>>[] = [];
  const names = new Set<unknown>();
  for (const node of document.contents.items) {
    const start = isMap(node) ? node.range[0] : undefined;
    const json: unknown = isMap(node) ? node.toJSON() : undefined;
    const read = schema.safeParse(json);
    if (!read.success) {
      const issue = read.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? read.error.issues[0];
      return mistaken(lineOf(offsetOf(node, issue) ?? start), sentenceOf(issue, Object.keys(schema.shape), words));
    }
    const name: unknown = Object.entries(read.data).find(([member]) => member === key)?.[1];
    if (names.has(name)) return mistaken(lineOf(start), `${String(name)} stands twice`);
    names.add(name);
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

function sentenceOf(issue: z.core.$ZodIssue | undefined, keys: readonly string[], words: string): string {
  if (issue?.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys;
    const near = keys.find((key) => lettersOf(key) === lettersOf(unknown)) ?? keys.find((key) => key[0] === unknown[0]);
    return `"${unknown}" is not a known key.${near === undefined ? ` Known: ${keys.join(', ')}.` : ` Did you mean "${near}"?`}`;
  }
  const [name] = issue?.path ?? [];
  return name === undefined
    ? `the file must be a list of ${words}`
    : `"${String(name)}" is missing or wrong: ${issue?.message ?? ''}`;
}
