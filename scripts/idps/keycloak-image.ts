import { cpSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../../src/target/containers/engine.ts';
import { buildImage, inFolder, isBuilt } from '../../src/target/images/build-image.ts';
import { keycloakHome, keycloakVersion } from './keycloak.ts';
import { run } from './program.ts';

const name = `dcr-harness/keycloak:${keycloakVersion}`;

/** What runs Keycloak's start script, and what that calls beside Java. */
const shell = '/bin/sh';
const tools = ['xargs', 'uname', 'readlink', 'dirname', 'sed', 'grep'];

const home = '/opt/keycloak';

/**
 * Keycloak as an image with the outside of the official one (entry point, port, variables), which nobody has to pull: the
 * distribution of the tests on nothing but this machine's Java and tools, and the libraries that these load.
 */
export async function keycloakImage(engine: Engine): Promise<string> {
  if (await isBuilt(engine, name)) return name;
  const distribution = await keycloakHome();
  const java = dirname(dirname(realpathSync(await pathOf('java'))));
  const programs = [shell, ...(await Promise.all(tools.map(pathOf)))];
  const libraries = await librariesOf([
    ...programs,
    join(java, 'bin', 'java'),
    join(java, 'lib', 'server', 'libjvm.so'),
  ]);
  await inFolder(async (folder) => {
    const root = join(folder, 'root');
    for (const file of [...programs, ...libraries]) copy(file, join(root, file));
    copy(java, join(root, java));
    copy(distribution, join(root, home));
    mkdirSync(join(root, 'tmp'));
    await buildImage(engine, folder, {
      name,
      recipe: [
        'FROM scratch',
        'COPY root /',
        `ENV JAVA_HOME=${java} PATH=${[...new Set(programs.map(dirname))].join(':')}`,
        `ENTRYPOINT ["${home}/bin/kc.sh"]`,
      ],
    });
  });
  return name;
}

const pathOf = async (program: string): Promise<string> => (await run('which', [program])).trim();

/** Where the dynamic linker finds what they need, itself among it. */
async function librariesOf(files: readonly string[]): Promise<string[]> {
  const told = await run('ldd', files);
  return [...new Set([...told.matchAll(/^\s+(?:\S+ => )?(\/\S+) \(0x/gm)].flatMap(([, path = '']) => [path]))];
}

/** Links become what they lead to; one that leads nowhere, such as to sources that are not installed, is left out. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true, filter: isThere });
}

function isThere(path: string): boolean {
  try {
    return realpathSync(path) !== '';
  } catch {
    return false;
  }
}
