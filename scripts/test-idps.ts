/**
 * The tests with real identity providers, which are fetched once: Keycloak needs Java 17 and Maven, LemonLDAP::NG a Debian.
 * Arguments are files to run alone.
 */
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const chosen = process.argv.slice(2);
const files = chosen.length > 0 ? chosen : globSync('scripts/**/*.idps.ts').sort();
const counts = { passed: 0, failed: 0 };
const stream = run({ files, concurrency: 1 });
stream.on('test:summary', ({ file, counts: own }) => {
  if (file !== undefined) return;
  counts.passed = own.passed;
  counts.failed = own.tests - own.passed - own.skipped - own.todo;
});
stream.compose(spec).pipe(process.stdout, { end: false });
await new Promise((resolve) => stream.once('end', resolve));
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
