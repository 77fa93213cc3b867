/** Wall time of the parts of a run, in milliseconds, in the order they began. */
export interface Phases {
  readonly times: readonly (readonly [name: string, milliseconds: number])[];
  /** Runs a part and adds its time. */
  during<T>(name: string, part: () => Promise<T>): Promise<T>;
}

export function startPhases(): Phases {
  const times: [string, number][] = [];
  return {
    times,
    during: async (name, part) => {
      const startedAt = performance.now();
      try {
        return await part();
      } finally {
        times.push([name, performance.now() - startedAt]);
      }
    },
  };
}
