import { readFile } from 'node:fs/promises';
import { parseBaseline, type BaselineEntry } from '../check/baseline.ts';
import { UsageError } from '../errors.ts';

/** Reads a baseline file. Throws `UsageError` with the file and line of a mistake. */
export async function readBaseline(path: string): Promise<BaselineEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The baseline ${path} cannot be read. Correct --baseline, or use --no-baseline.`);
  });
  const { entries, mistake } = parseBaseline(text);
  if (mistake === null) return entries;
  throw new UsageError(`${path}:${mistake.line}  ${mistake.sentence}`);
}
