/**
 * The tests with a container engine: the harness's own images, and a real Keycloak behind the recorder. Without an engine each
 * is left out and says why. Arguments are files to run alone.
 */
import { globSync } from 'node:fs';
import { close, runFiles } from './run-files.ts';

const chosen = process.argv.slice(2);
const files = chosen.length > 0 ? chosen : globSync('scripts/containers/**/*.containers.ts').sort();
process.exitCode = close(await runFiles(files, 1));
