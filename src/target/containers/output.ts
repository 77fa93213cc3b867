import type { ProductContainers } from '../../config/sut-settings.ts';
import { findEngine } from './engine.ts';
import { demultiplex } from './log-lines.ts';

/** What one container wrote, as it is: secrets included, so it is never kept. */
export interface RawOutput {
  /** The container, with its image. */
  readonly part: string;
  readonly text: string;
}

/** What each wrote since then, milliseconds since the epoch; nothing of one that is gone, nor when the engine is. */
export async function outputsSince(containers: ProductContainers, since: number): Promise<readonly RawOutput[]> {
  const engine = await findEngine().catch(() => undefined);
  if (engine === undefined) return [];
  return Promise.all(
    containers.map(async ({ part, id }) => ({
      part,
      text: await engine.container
        .getById(id)
        .logs({ stdout: true, stderr: true, follow: false, since: (since / 1000).toFixed(3) })
        .then(demultiplex, () => ''),
    })),
  );
}
