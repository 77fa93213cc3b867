import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BuildOptions } from 'esbuild';

import { Bug } from '../../src/errors.ts';
import { readCache, writeCache } from './bundle-cache.ts';

export const sites = ['console', 'portal', 'portal-next'] as const;
export type Site = (typeof sites)[number];

/** In an image a finished bundle stands beside the code under this name. */
export const bundleName = (site: Site): string => `${site}.bundle.js`;

const options = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: 'chrome120',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** `main.ts` in a checkout, `main.js` in an installed package. */
function entryOf(site: Site): string {
  const found = ['main.ts', 'main.js']
    .map((name) => join(import.meta.dirname, site, name))
    .find((path) => existsSync(path));
  if (found === undefined)
    throw new Bug(`the pages of the ${site} are missing: no main.ts or main.js in pages/${site}`);
  return found;
}

/** Bundles the pages of a site; a bundle of an earlier process is used again while none of its inputs has changed. */
export async function bundle(site: Site): Promise<string> {
  const entry = entryOf(site);
  const recipe = JSON.stringify([entry, options]);
  const cached = readCache(site, recipe);
  if (cached !== undefined) return cached;
  const { build } = await import('esbuild');
  const result = await build({ ...options, entryPoints: [entry], absWorkingDir: import.meta.dirname });
  const code = result.outputFiles[0]?.text ?? '';
  const inputs = Object.keys(result.metafile.inputs).map((path) => join(import.meta.dirname, path));
  writeCache(site, recipe, inputs, code);
  return code;
}

const bundles = new Map<Site, Promise<string>>();

const finished = (site: Site) => readFile(join(import.meta.dirname, bundleName(site)), 'utf8').catch(() => undefined);

/** One bundle a process. */
export function bundleOnce(site: Site): Promise<string> {
  const made = bundles.get(site) ?? finished(site).then((code) => code ?? bundle(site));
  bundles.set(site, made);
  return made;
}
