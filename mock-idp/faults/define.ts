import type { Fault, FaultAt, Pace } from './fault.ts';

/** A fault but for the name, which is its key in a table, and the endpoint, which is the same for the whole table. */
export type Effect = Omit<Fault, 'name' | 'at'>;

export type FaultTable = Readonly<Record<string, Effect>>;

/** The tables stay apart, so that a name that stands in two of them is two faults and can be found. */
export const defineFaults = (at: FaultAt, ...tables: readonly FaultTable[]): Fault[] =>
  tables.flatMap((table) => Object.entries(table).map(([name, effect]) => defineFault({ name, at, ...effect })));

/** Checks at start what the type cannot say: a fault does something, and its name can be typed. */
export function defineFault(fault: Fault): Fault {
  const { name, change, instead, encode, gzip, padding, delay, slowBody, cut } = fault;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new TypeError(`"${name}" is no name for a fault`);
  const effects = [change, instead, encode, gzip, padding, delay, slowBody, cut];
  if (effects.every((effect) => effect === undefined)) throw new TypeError(`the fault ${name} does nothing`);
  return Object.freeze(fault);
}

/** The same fault with another delay, in milliseconds: the named ones are as slow as the real thing. */
export const withDelay = (fault: Fault, delay: number): Fault => defineFault({ ...fault, delay });

/** The same fault with its body at another pace. */
export const withPace = (fault: Fault, slowBody: Pace): Fault => defineFault({ ...fault, slowBody });

/** The same fault for the first so many requests only. */
export const onlyFirst = (times: number, fault: Fault): Fault => defineFault({ ...fault, times });
