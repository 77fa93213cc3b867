import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { once } from 'node:events';
import { Inconclusive } from '../../src/errors.ts';

/** Runs a program to its end and gives what it printed. Rejects with one sentence and what it said. */
export async function run(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(cwd !== undefined && { cwd }) });
  const output = Promise.all([buffer(child.stdout), buffer(child.stderr)]);
  const ended: unknown[] = await once(child, 'close').catch((error: unknown) => {
    throw new Inconclusive(`"${command}" cannot be run: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const [out, errors] = (await output).map(String);
  if (ended[0] === 0) return out ?? '';
  throw new Inconclusive(
    `"${command} ${args[0] ?? ''}" failed (exit ${String(ended[0])}): ${`${out}${errors}`.slice(-2000)}`,
  );
}
