import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inconclusive } from '../../errors.ts';
import { apiOf, type Engine } from '../containers/engine.ts';
import { ownLabels } from '../containers/labels.ts';
import { messageOf } from '../containers/state.ts';

/** Whether the engine has an image of that name. */
export const isBuilt = (engine: Engine, name: string): Promise<boolean> =>
  apiOf(engine)
    .getImage(name)
    .inspect()
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return false;
        throw new Inconclusive(`The container engine does not tell its images: ${messageOf(error)}.`, { cause: error });
      },
    );

/** A folder for the length of a build. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dcrh-image-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Build {
  readonly name: string;
  readonly recipe: readonly string[];
}

/** Builds from what is in the folder; the image carries our labels. */
export async function buildImage(engine: Engine, folder: string, { name, recipe }: Build): Promise<void> {
  const api = apiOf(engine);
  try {
    await writeFile(join(folder, 'Dockerfile'), `${recipe.join('\n')}\n`);
    const context = { context: folder, src: await readdir(folder) };
    const output = await api.buildImage(context, { t: name, labels: { ...ownLabels }, forcerm: true });
    await new Promise<void>((resolve, reject) =>
      api.modem.followProgress(output, (error: Error | null) => (error === null ? resolve() : reject(error))),
    );
  } catch (error) {
    throw new Inconclusive(
      `The image ${name} could not be built (${recipe[0] ?? ''}): ${messageOf(error)}. DCRH_IMAGE_BASE names another image to build on; it needs node 22.22 or later.`,
      { cause: error },
    );
  }
}
