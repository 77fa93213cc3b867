/** Runs what is done to one thing one after the other; things with different ids do not wait for each other. */
export type InTurn = <T>(id: string, act: () => Promise<T>) => Promise<T>;

export function takeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (id, act) => {
    const result = (last.get(id) ?? Promise.resolve()).then(act);
    const over = result.catch(() => undefined);
    last.set(id, over);
    return result;
  };
}

/** Everything at once. */
export const withoutTurns: InTurn = (_id, act) => act();
