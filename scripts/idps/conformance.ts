import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { resultSchema, type Result } from '../../src/check/result.ts';
import { readRecordings } from '../../src/recording/files.ts';
import type { Recording } from '../../src/recording/recording.ts';

export interface Tried {
  readonly exitCode: number | null;
  readonly result: Result;
  readonly recordings: readonly Recording[];
  /** What the command said while it ran. */
  readonly said: string;
}

export interface TryOptions {
  readonly discoveryUrl: string;
  readonly out: string;
  readonly args: readonly string[];
  /** The secret that `${DCRH_TRIED_SECRET}` in the arguments stands for. */
  readonly secret: string;
  /** Variables for further references in the arguments. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called once the command runs; `stop` is Ctrl-C. */
  readonly meanwhile?: (stop: () => void) => Promise<void>;
}

export const secretReference = '${DCRH_TRIED_SECRET}';

/** Runs `dcrh idp` as a user does. */
export async function dcrhIdp({ discoveryUrl, out, args, secret, env = {}, meanwhile }: TryOptions) {
  const child = spawn(process.execPath, [join('src', 'cli.ts'), 'idp', discoveryUrl, '--out', out, ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, DCRH_TRIED_SECRET: secret },
  });
  const output = Promise.all([text(child.stderr), text(child.stdout)]);
  await meanwhile?.(() => child.kill('SIGINT'));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, said: (await output).join('') };
}

/** The same to its end, with what it left in its folder. */
export async function tryConformance(options: TryOptions): Promise<Tried> {
  const ended = await dcrhIdp(options);
  const result = resultSchema.parse(JSON.parse(await readFile(join(options.out, 'verdicts.json'), 'utf8')));
  return { ...ended, result, recordings: await readRecordings(join(options.out, 'recordings')) };
}

/** The ids of the checks that failed. */
export const failing = ({ result }: Tried): string[] =>
  result.verdicts
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ id }) => id)
    .sort();

/** The line of the command that counts requests and seconds, and the one that counts clients. */
export const measured = ({ said }: Tried): string =>
  said
    .split('\n')
    .filter((line) => / requests for | clients created, /.test(line))
    .join(' · ');
