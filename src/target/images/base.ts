import { copyFileSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Bug } from '../../errors.ts';

/** What our own images stand on: something with `node` on its path. */
export interface Base {
  /** First lines of the Dockerfile. */
  readonly recipe: readonly string[];
  /** What makes it another one; part of the tag. */
  readonly content: string;
  /** Puts what the recipe copies into the folder of the build. */
  readonly prepare: (folder: string) => void;
}

export type BaseName = 'official' | 'this-machine';

const official = 'node:24-slim';

/** Another base is a row here. An image of the user's own is one too: it needs `node` 22.22 or later on its path. */
const bases: Record<BaseName, () => Base> = {
  official: () => fromImage(official),
  /** Node of this machine and the libraries it has loaded: nothing is pulled. Only for an engine that runs Linux on this processor. */
  'this-machine': () => {
    const files = [realpathSync(process.execPath), ...loadedLibraries()];
    return {
      recipe: ['FROM scratch', 'COPY root /', 'ENV PATH=/usr/bin'],
      content: files.map((file) => `${file} ${statSync(file).size}`).join('\n') + process.version,
      prepare: (folder) => {
        const [node = '', ...libraries] = files;
        copy(node, join(folder, 'root', 'usr', 'bin', 'node'));
        for (const library of libraries) copy(library, join(folder, 'root', library));
      },
    };
  },
};

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

const fromImage = (image: string): Base => ({ recipe: [`FROM ${image}`], content: image, prepare: () => undefined });

const report = z.looseObject({ sharedObjects: z.array(z.string()) });

/** Loaded by the first look-up of a name: some processes have them, and the image must be the same for all. */
const late = /\/lib(?:nss_|resolv)/;

/** Paths under which the dynamic linker found them, so that it finds them there again. */
function loadedLibraries(): string[] {
  const { sharedObjects } = report.parse(process.report.getReport());
  const libraries = sharedObjects.filter((path) => path.startsWith('/') && path.includes('.so') && !late.test(path));
  if (libraries.length === 0) throw new Bug('Node names none of the libraries it has loaded');
  return libraries;
}

/** What an engine says of the machine it runs on. */
export interface EngineMachine {
  readonly operatingSystemType: string;
  readonly architecture: string;
}

const architectures: Record<string, NodeJS.Architecture> = {
  x86_64: 'x64',
  amd64: 'x64',
  aarch64: 'arm64',
  arm64: 'arm64',
};

/** An image that was asked for; else nothing is pulled where that can be. */
export function chooseBase(given: string | undefined, { operatingSystemType, architecture }: EngineMachine): Base {
  if (given !== undefined) return fromImage(given);
  const alike =
    process.platform === 'linux' && operatingSystemType === 'linux' && architectures[architecture] === process.arch;
  return bases[alike ? 'this-machine' : 'official']();
}
