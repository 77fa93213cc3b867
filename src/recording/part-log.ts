import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The last lines of what one part of a target wrote, without secrets; only of what the harness started itself. */
const partLogSchema = z.strictObject({
  /** As a person names it: the container, with its image. */
  part: z.string(),
  /** "running", "exited (137)"; whatever the engine says. */
  state: z.string(),
  lines: z.array(z.string()).readonly(),
});

export type PartLog = Readonly<z.infer<typeof partLogSchema>>;

/** In the folder of a run. */
export const partLogFile = 'containers.json';

export const writePartLogs = (out: string, logs: readonly PartLog[]): Promise<void> =>
  writeFile(join(out, partLogFile), `${JSON.stringify(logs, null, 2)}\n`);

/** Of a run that started containers; none of any other. */
export async function readPartLogs(out: string): Promise<readonly PartLog[]> {
  const text = await readFile(join(out, partLogFile), 'utf8').catch(() => '[]');
  return z.array(partLogSchema).parse(JSON.parse(text));
}
