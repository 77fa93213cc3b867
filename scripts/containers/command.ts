import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves when the text has been printed to standard error; rejects when the command ends without it. */
  said(text: string): Promise<void>;
  /** To the whole group, as a terminal does it. */
  signal(name: NodeJS.Signals): void;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** As another user. */
  readonly uid?: number;
}

/** Starts `dcrh` as a user does, in a process group of its own. */
export function startDcrh(args: readonly string[], { env = {}, uid }: StartOptions = {}): Running {
  const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DCRH_SETTINGS: undefined, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const texts = { stdout: '', stderr: '' };
  const waiting: { text: string; go: () => void; stop: (error: Error) => void }[] = [];
  const look = () => {
    for (const { text, go } of waiting) if (texts.stderr.includes(text)) go();
  };
  child.stdout.on('data', (data: Buffer) => (texts.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => {
    texts.stderr += data.toString();
    look();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, ...texts });
      for (const { text, stop } of waiting) stop(new Error(`"${text}" was never said:\n${texts.stderr}`));
    });
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    ended,
    said: (text) =>
      new Promise((go, stop) => {
        waiting.push({ text, go, stop });
        look();
      }),
    signal: (name) => void process.kill(-pid, name),
  };
}

export const dcrh = (args: readonly string[], options?: StartOptions): Promise<Ended> => startDcrh(args, options).ended;
