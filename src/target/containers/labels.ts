import { hostname } from 'node:os';

/** On everything that a run makes in the engine: containers, networks, volumes, built images. */
export const ours = 'dcr-harness';

/** Whose it is: the run, and the process that will remove it as long as it lives. */
export const runLabel = 'dcr-harness.run';
export const ownerLabel = 'dcr-harness.owner';

export const ownLabels = { [ours]: 'true' } as const;

const owner = (pid: number) => `${hostname()}:${pid}`;

export const labelsOf = (run: string): Record<string, string> => ({
  ...ownLabels,
  [runLabel]: run,
  [ownerLabel]: owner(process.pid),
});

/** Whether the process that made it still lives. Of another machine's nobody knows, so those count as living. */
export function isOwned(labels: Readonly<Record<string, string>>): boolean {
  const [, machine, pid] = /^(.*):(\d+)$/.exec(labels[ownerLabel] ?? '') ?? [];
  if (machine === undefined) return false;
  return machine !== hostname() || isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
