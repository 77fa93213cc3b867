/** Resolves with exit code 130 at Ctrl-C, 0 at SIGTERM; the caller then closes what it opened. */
export function untilStopped(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(0));
  });
}
