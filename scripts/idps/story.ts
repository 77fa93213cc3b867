import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { recordingSchema, type Recording } from '../../src/recording/recording.ts';

const resultSchema = z.looseObject({
  verdicts: z.array(z.looseObject({ id: z.string(), outcome: z.string(), known: z.unknown() })),
});

export interface Told {
  exitCode: unknown;
  /** What the command said, for the message of an assertion. */
  said: string;
  recording: Recording;
  /** Check id → verdict; `known` for a failure that the baseline explains. */
  verdicts: ReadonlyMap<string, string>;
}

/** Runs `dcrh run tutorial` as a user does and reads what it left. */
export async function tellTutorial(
  out: string,
  args: readonly string[],
  secrets: Record<string, string>,
): Promise<Told> {
  const command = [join('src', 'cli.ts'), 'run', 'tutorial', '--out', out, ...args];
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...secrets },
  });
  const output = Promise.all([text(child.stderr), text(child.stdout)]);
  const [exitCode]: readonly unknown[] = (await once(child, 'close')) as readonly unknown[];
  return { exitCode, said: (await output).join(''), ...(await readTold(out)) };
}

/** What a run of the tutorial left in its folder. */
export async function readTold(out: string): Promise<Pick<Told, 'recording' | 'verdicts'>> {
  const read = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(out, ...path), 'utf8'));
  return {
    recording: recordingSchema.parse(await read('recordings', 'tutorial.json')),
    verdicts: new Map(
      resultSchema
        .parse(await read('verdicts.json'))
        .verdicts.map(({ id, outcome, known }) => [id, isExplained(known) ? 'known' : outcome]),
    ),
  };
}

const isExplained = (known: unknown) => known !== null && known !== undefined && known !== false;
