import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenImageBase } from '../../config/engine.ts';
import { Inconclusive } from '../../errors.ts';
import { apiOf, type Engine } from '../containers/engine.ts';
import { ownLabels } from '../containers/labels.ts';
import { messageOf } from '../containers/state.ts';
import { chooseBase, type Base } from './base.ts';
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

const isBuilt = (engine: Engine, name: string): Promise<boolean> =>
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

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dcrh-image-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Build {
  readonly name: string;
  readonly recipe: readonly string[];
}

async function buildImage(engine: Engine, folder: string, { name, recipe }: Build): Promise<void> {
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
