import { createRequire } from 'node:module';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { bundle, bundleName, sites } from '../../../reference-apim/pages/bundle.ts';
import { readCache, writeCache } from '../../../reference-apim/pages/bundle-cache.ts';
import { codeRoot, sourceExtension } from '../../config/paths.ts';
import { shortHash } from './hash.ts';

/** What our own image serves: the code of `dcrh mock` and `dcrh reference` with its libraries, and the pages of the stand-in. */
export interface Servers {
  /** The same for the same content. */
  readonly hash: string;
  readonly write: (folder: string) => Promise<void>;
}

/** Files by their path in the image's folder. */
type Files = readonly (readonly [name: string, content: Uint8Array | string])[];

const options = {
  entryPoints: { main: join(codeRoot, 'src', 'commands', `in-image${sourceExtension}`) },
  outdir: 'app',
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  mainFields: ['module', 'main'],
  // Some libraries are CommonJS and ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as newRequire } from 'node:module'; const require = newRequire(import.meta.url);",
  },
  // Only for a page that is bundled anew at each load, which nobody does in an image.
  external: ['esbuild'],
  absWorkingDir: codeRoot,
  logLevel: 'silent',
  legalComments: 'none',
} as const satisfies BuildOptions;

const recipe = JSON.stringify(options);

const cache = 'servers';

/** Bundles; a hash of an earlier process is used again while none of the inputs has changed, for an image that is there already. */
export async function servers(): Promise<Servers> {
  const pages = await Promise.all(sites.map(async (site) => [bundleName(site), await bundle(site)] as const));
  const known = readCache(cache, recipe);
  const code = known === undefined ? await bundleCode() : undefined;
  return {
    hash: shortHash(known ?? hashOf(code ?? []), ...pages.flat()),
    write: async (folder) => {
      for (const [name, content] of [...(code ?? (await bundleCode())), ...pages]) writeIn(folder, name, content);
      writeIn(folder, 'package.json', '{"type":"module"}\n');
      copyComponents(folder);
    },
  };
}

const hashOf = (files: Files) => shortHash(...files.flat());

async function bundleCode(): Promise<Files> {
  const { outputFiles, metafile } = await build(options);
  const app = join(codeRoot, options.outdir);
  const files: Files = outputFiles.map(({ path, contents }) => [path.slice(app.length + 1), contents]);
  const inputs = Object.keys(metafile.inputs).map((path) => join(codeRoot, path));
  writeCache(cache, recipe, inputs, hashOf(files));
  return files;
}

function writeIn(folder: string, name: string, content: Uint8Array | string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The components of the Portal read their icons and fonts as files. */
function copyComponents(folder: string): void {
  const components = dirname(createRequire(import.meta.url).resolve('@gravitee/ui-components/package.json'));
  for (const name of ['package.json', 'assets'])
    cpSync(join(components, name), join(folder, 'node_modules', '@gravitee', 'ui-components', name), {
      recursive: true,
    });
}
