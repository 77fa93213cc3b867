import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const home = homedir();

const folders: Partial<Record<NodeJS.Platform, string>> = {
  darwin: join(home, 'Library', 'Caches'),
  win32: process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
};

/** Where this system keeps what can be fetched again. */
const cacheFolder = join(
  folders[process.platform] ?? process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'),
  'dcr-harness',
);

/** The folder of that name; made first, in another place and moved, so that a half-made one is never taken for it. */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const path = join(cacheFolder, name);
  if (await isThere(path)) return path;
  await mkdir(cacheFolder, { recursive: true });
  const fresh = await mkdtemp(join(cacheFolder, `${name}.`));
  try {
    await make(fresh);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was as far first.
    if (!(await isThere(path))) throw error;
  }
  return path;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
