import { setTimeout as pause } from 'node:timers/promises';
import { Inconclusive } from '../errors.ts';

export interface Awaited {
  /** As a sentence names it. */
  what: string;
  /** What was seen instead; undefined: it is there. */
  look: () => Promise<string | undefined>;
  /** So many good looks in a row are needed. */
  times?: number;
  /** Milliseconds. */
  deadline: number;
  interval: number;
}

/** Looks again and again until a server is as it should be: one that only an answer can tell of. */
export async function until({ what, look, times = 1, deadline, interval }: Awaited): Promise<void> {
  const end = Date.now() + deadline;
  let good = 0;
  for (;;) {
    const instead = await look();
    good = instead === undefined ? good + 1 : 0;
    if (good >= times) return;
    if (Date.now() > end)
      throw new Inconclusive(`Waited ${deadline / 1000} s for ${what}; seen instead: ${instead ?? 'too few of it'}.`);
    await pause(interval);
  }
}
