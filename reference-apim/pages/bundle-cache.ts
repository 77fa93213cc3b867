import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

import { z } from 'zod';

/** A finished bundle and the hash of every file it was made from, by path. */
export interface CachedBundle {
  recipe: string;
  inputs: Record<string, string>;
  code: string;
}

const cachedBundle = z.object({ recipe: z.string(), inputs: z.record(z.string(), z.string()), code: z.string() });

const packageRoot = dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname);

/** An installed package keeps its cache beside itself in the `node_modules` of its user. */
const nodeModules = packageRoot.endsWith(join('node_modules', 'dcr-harness'))
  ? dirname(packageRoot)
  : join(packageRoot, 'node_modules');

export const cacheFileOf = (name: string) => join(nodeModules, '.cache', 'dcr-harness', `${name}.json`);

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('base64url');

/** The stored bundle, or `undefined` when there is none or one of its inputs has changed since. */
export function readCache(name: string, recipe: string): string | undefined {
  try {
    const stored = cachedBundle.parse(JSON.parse(readFileSync(cacheFileOf(name), 'utf8')));
    const fresh =
      stored.recipe === recipe && Object.entries(stored.inputs).every(([path, hash]) => hashOf(path) === hash);
    return fresh ? stored.code : undefined;
  } catch {
    return undefined;
  }
}

/** Written aside and renamed, so that two processes never read half a file. A read-only installation has no cache. */
export function writeCache(name: string, recipe: string, inputs: readonly string[], code: string): void {
  const file = cacheFileOf(name);
  const entry: CachedBundle = { recipe, inputs: Object.fromEntries(inputs.map((path) => [path, hashOf(path)])), code };
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(entry));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    return;
  }
}
