/** Ctrl-C and SIGTERM as something to wait for: the process does not end by them but cleans up. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}
