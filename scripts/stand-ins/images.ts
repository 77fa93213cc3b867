import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { GenericContainer } from 'testcontainers';
import type { Engine } from '../../src/target/containers/engine.ts';
import { ours } from '../../src/target/containers/labels.ts';
import { ownImage } from '../../src/target/images/own-image.ts';

/** One image: its name as the official one has it, with tag, and which part of the product it plays. */
export interface StandIn {
  readonly name: string;
  readonly role: 'management' | 'console' | 'portal' | 'mongo' | 'postgres' | 'elasticsearch' | 'broken';
  readonly tag: string;
}

/** Builds images that have the official names below a prefix, on our own image, which holds the libraries and the pages. */
export async function buildStandIns(engine: Engine, images: readonly StandIn[]): Promise<void> {
  const base = await ownImage(engine);
  const folder = await mkdtemp(join(tmpdir(), 'dcrh-stand-ins-'));
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'server.ts')],
      outfile: join(folder, 'stand-in.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node22',
      mainFields: ['module', 'main'],
      external: ['esbuild'],
      banner: {
        js: "import { createRequire as newRequire } from 'node:module'; const require = newRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    for (const { name, role, tag } of images) {
      await writeFile(
        join(folder, 'Dockerfile'),
        [
          `FROM ${base}`,
          `LABEL ${ours}=true`,
          'COPY stand-in.js /app/stand-in.js',
          `ENV STAND_IN_TAG=${tag}`,
          `ENTRYPOINT ["node", "/app/stand-in.js", "${role}"]`,
          '',
        ].join('\n'),
      );
      await GenericContainer.fromDockerfile(folder).build(`${name}:${tag}`, { deleteOnExit: false });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
