/**
 * The tests with real identity providers. Two are fetched once: Keycloak needs Java 17 and Maven, LemonLDAP::NG a Debian.
 * Arguments are files to run alone.
 */
import { globSync } from 'node:fs';
import { close, runFiles } from './run-files.ts';

const chosen = process.argv.slice(2);
const files = chosen.length > 0 ? chosen : globSync('scripts/**/*.idps.ts').sort();
process.exitCode = close(await runFiles(files, 1));
