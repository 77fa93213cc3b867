import type { Fault, FaultAt } from './fault.ts';

/** The faults that are armed in one view. */
export interface Armed {
  arm(faults: readonly Fault[]): void;
  disarm(): void;
  /** What the next request may meet, in the order it was armed. */
  all(): readonly Fault[];
  /** The faults that this request meets; one with `times` is used up by so many requests. */
  meet(at: FaultAt | undefined, method: string): readonly Fault[];
}

interface Entry {
  fault: Fault;
  left: number;
}

export function createArmed(): Armed {
  let entries: Entry[] = [];
  return {
    arm: (faults) => void (entries = [...entries, ...faults.map(entryOf)]),
    disarm: () => void (entries = []),
    all: () => entries.map(({ fault }) => fault),
    meet(at, method) {
      const met = entries.filter(({ fault }) => fault.at === at && (fault.methods?.includes(method) ?? true));
      for (const entry of met) entry.left -= 1;
      entries = entries.filter(({ left }) => left > 0);
      return met.map(({ fault }) => fault);
    },
  };
}

const entryOf = (fault: Fault): Entry => ({ fault, left: fault.times ?? Infinity });
