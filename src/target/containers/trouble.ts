import { Inconclusive } from '../../errors.ts';
import type { PartLog } from '../../recording/part-log.ts';

/** A container that did not come up: what was started, why it counts as failed, and what it was like then. */
export interface StartTrouble {
  readonly name: string;
  readonly image: string;
  readonly why: string;
  readonly log?: PartLog | undefined;
}

const shownLines = 20;

/** The error of a start: one sentence, then the last lines that the container wrote. */
export function startFailed({ name, image, why, log }: StartTrouble, cause?: unknown): Inconclusive {
  const head = `The container ${name} (image ${image}) ${why}.`;
  if (log === undefined) return new Inconclusive(head, { cause });
  const lines = log.lines.slice(-shownLines).map((line) => `  | ${line}`);
  const tail = lines.length === 0 ? 'It wrote nothing.' : ['Its last lines:', ...lines].join('\n');
  return new Inconclusive(`${head} State: ${log.state}. ${tail}`, { cause });
}

interface Known {
  readonly when: RegExp;
  readonly why: (said: string) => string;
}

const diskFull = /no space left/i;

export const isDiskFull = (said: string): boolean => diskFull.test(said);

/** What engines say when they refuse to make or start a container, and what that means for a user. */
const refusals: readonly Known[] = [
  {
    when: /ryuk|reaper/i,
    why: (said) =>
      `could not be started, because Testcontainers' reaper could not: ${said}. Make its image available, or set TESTCONTAINERS_RYUK_DISABLED=true and use "dcrh clean" after a killed run`,
  },
  {
    when: /no such image|not found|pull access denied|manifest unknown|failed to pull|no route to host|i\/o timeout|lookup .* (?:no such host|on )|unauthorized|connection refused/i,
    why: (said) =>
      `could not be started: its image is not here and could not be pulled (${said}). Check name, tag and registry, or load it with "docker load"`,
  },
  {
    when: diskFull,
    why: (said) => `could not be started: the engine's disk is full (${said}). "docker system prune" makes room`,
  },
];

export const whyRefused = (said: string): string =>
  refusals.find(({ when }) => when.test(said))?.why(said) ?? `could not be started: ${said}`;
