import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningReferenceApim } from '../api.ts';
import { environment, restCaller } from './rest-caller.ts';

/** A value that differs from run to run, and what has to be in its place. */
export type Varying = readonly [seen: RegExp | string, expected: string | ((seen: string) => string)];

const replaced = (text: string, [seen, expected]: Varying) =>
  typeof expected === 'string' ? text.replaceAll(seen, expected) : text.replaceAll(seen, expected);

/**
 * The tree of a real page in `pages/aria/`, without the page's path above it and the list of attributes below it, as a page is
 * held against it: nothing may be beside it. `omitted`: lines that the stand-in is not held to.
 */
export function recordedTree(name: string, varying: readonly Varying[], omitted: readonly string[] = []): string {
  const file = readFileSync(join(import.meta.dirname, '..', 'pages', 'aria', `${name}.yml`), 'utf8');
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !omitted.includes(line));
  return `- /children: deep-equal\n${varying.reduce(replaced, lines.join('\n'))}`;
}

/** Posts to the environment as the administrator. Throws with the answer when it is refused. */
export async function post(apim: RunningReferenceApim, path: string, body: unknown): Promise<void> {
  const { status, body: answer } = await restCaller(apim)('POST', `${environment}${path}`, body);
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(answer)}`);
}
