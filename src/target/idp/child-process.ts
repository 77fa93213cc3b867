import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../../config/environment.ts';
import { Inconclusive } from '../../errors.ts';

export interface Started {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: Record<string, string>;
  /** What is started, as a sentence names it. */
  name: string;
  /** Reads a line of its output; what it gives ends the wait for readiness. */
  ready: (line: string) => string | undefined;
  /** Milliseconds. */
  deadline: number;
}

export interface RunningChild extends AsyncDisposable {
  /** What `ready` read. */
  readonly said: string;
  /** The last lines of its output. */
  readonly output: () => string;
}

/** How many of the last lines of output an error shows. */
const shown = 15;

/** Milliseconds that a process has to end by itself. */
const grace = 15_000;

/** Starts a server and resolves as soon as its output says that it is ready. The whole group of processes ends with it. */
export async function startChild({ command, args, name, ready, deadline, ...more }: Started): Promise<RunningChild> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...(more.cwd !== undefined && { cwd: more.cwd }),
    env: childEnvironment(more.env ?? {}),
  });
  const stopAtExit = () => signal(child, 'SIGKILL');
  process.once('exit', stopAtExit);
  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const output = () => lines.slice(-shown).join('\n') || '(no output)';
  const fail = (why: string) => reject(new Inconclusive(`${name} ${why}. Its last lines:\n${output()}`));
  const timer = setTimeout(fail, deadline, `was not ready within ${deadline / 1000} s`);
  child.once('error', (error) => fail(`could not be started: ${error.message}`));
  child.once('exit', (code, by) => fail(`ended before it was ready (${by ?? `exit code ${code ?? '?'}`})`));
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 10 * shown) lines.shift();
      const said = ready(line);
      if (said !== undefined) resolve(said);
    });
  const stop = async () => {
    process.off('exit', stopAtExit);
    await end(child);
  };
  try {
    return { said: await promise, output, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), grace);
  signal(child, 'SIGTERM');
  await gone;
  clearTimeout(timer);
}

/** The group: the server is a child of the shell script that starts it. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // It is gone already.
  }
}
