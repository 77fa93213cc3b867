const screen: { draw: () => void; queued: boolean } = { draw: () => undefined, queued: false };

export function drawWith(draw: () => void): void {
  screen.draw = draw;
}

/** Draws the whole screen again, once for all changes of the running task. */
export function refresh(): void {
  if (screen.queued) return;
  screen.queued = true;
  queueMicrotask(() => {
    screen.queued = false;
    screen.draw();
  });
}
