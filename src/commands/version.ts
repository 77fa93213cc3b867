import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../config/paths.ts';

const manifest = z.object({ version: z.string() });

/** The version of this package. */
export const harnessVersion = (): string =>
  manifest.parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))).version;
