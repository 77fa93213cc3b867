import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** `.ts` in a checkout, `.js` in an installed package, where the same files stand below `dist/`. */
export const sourceExtension = here.endsWith('.ts') ? '.ts' : '.js';

/** The folder that holds `src/`, `scenarios/`, `playwright.config`. */
export const codeRoot = join(dirname(here), '..', '..');

/** The folder that holds `package.json` and `baselines/`. */
export const packageRoot = basename(codeRoot) === 'dist' ? dirname(codeRoot) : codeRoot;
