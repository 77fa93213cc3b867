import { join } from 'node:path';
import { givenImageBase } from '../../config/engine.ts';
import type { Engine } from '../containers/engine.ts';
import { chooseBase, type Base } from './base.ts';
import { buildImage, inFolder, isBuilt } from './build-image.ts';
import { shortHash } from './hash.ts';
import { servers } from './servers.ts';

const repository = 'dcr-harness/servers';

/** The servers have nothing to keep, and need no rights. */
const user = '65532:65532';

const recipeOf = (base: string) => [
  `FROM ${base}`,
  'WORKDIR /app',
  'COPY app /app',
  `USER ${user}`,
  'ENTRYPOINT ["node", "/app/main.js"]',
];

const provided = new WeakMap<Engine, Promise<string>>();

/** The name of the harness's own image, which is built first unless this content was built before. Once for a process. */
export function ownImage(engine: Engine): Promise<string> {
  const name = provided.get(engine) ?? provide(engine);
  provided.set(engine, name);
  return name;
}

async function provide(engine: Engine): Promise<string> {
  const base = chooseBase(givenImageBase(), engine.info.containerRuntime);
  const { hash, write } = await servers();
  const name = `${repository}:${shortHash(base.content, ...recipeOf('base'), hash)}`;
  if (await isBuilt(engine, name)) return name;
  const from = await baseImage(engine, base);
  await inFolder(async (folder) => {
    await write(join(folder, 'app'));
    await buildImage(engine, folder, { name, recipe: recipeOf(from) });
  });
  return name;
}

/** Built apart: it is large and stays when the code changes. */
async function baseImage(engine: Engine, { recipe, content, prepare }: Base): Promise<string> {
  const name = `dcr-harness/base:${shortHash(content, ...recipe)}`;
  if (!(await isBuilt(engine, name)))
    await inFolder(async (folder) => {
      prepare(folder);
      await buildImage(engine, folder, { name, recipe });
    });
  return name;
}
