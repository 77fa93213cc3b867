/** Compiles the package into dist/: the sources as JavaScript with their types; the browser pages by their own settings. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

rmSync('dist', { recursive: true, force: true });
for (const project of ['tsconfig.build.json', join('reference-apim', 'pages', 'tsconfig.build.json')]) {
  const { status } = spawnSync(
    process.execPath,
    [join('node_modules', 'typescript', 'bin', 'tsc'), '--project', project],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
