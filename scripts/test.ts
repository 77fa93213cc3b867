/**
 * The project's own tests: unit tests with Node's runner, the browser tests with Playwright's, those with identity providers, then
 * those with containers, which are left out where there is no engine. The last line counts all. Arguments are unit test files to
 * run alone; --idps runs all identity providers.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { close, runFiles, sum, type Counts } from './run-files.ts';

const folders = '{src,fixtures,mock-idp,reference-apim,scenarios,scripts}';

const unitTests = (chosen: readonly string[]): Promise<Counts> =>
  runFiles(chosen.length > 0 ? chosen : globSync(`${folders}/**/*.test.ts`).sort(), true);

/** One after the other: they share an engine, and some count what is in it. */
const containerTests = (): Promise<Counts> => runFiles(globSync('scripts/containers/**/*.containers.ts').sort(), 1);

/** Those that need nothing but the dependencies, or with --idps all of them: the others are fetched, which takes minutes. */
const idpTests = (all: boolean): Promise<Counts> =>
  runFiles(globSync(`scripts/idps/${all ? '*' : '{mock,oidc-provider}'}.idps.ts`).sort(), 1);

const statsSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

async function browserTests(): Promise<Counts> {
  const output = join(tmpdir(), `dcrh-own-${process.pid}.json`);
  const args = [join('node_modules', 'playwright', 'cli.js'), 'test', '--project', 'own', '--reporter', 'list,json'];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: output };
  const child = spawn(process.execPath, args, { stdio: 'inherit', env });
  await new Promise((resolve) => child.once('exit', resolve));
  const { stats } = statsSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
  rmSync(output);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const allIdps = process.argv.includes('--idps');
const chosen = process.argv.slice(2).filter((argument) => argument !== '--idps');
const counts = [await unitTests(chosen)];
if (chosen.length === 0) counts.push(await browserTests(), await idpTests(allIdps), await containerTests());
process.exitCode = close(sum(...counts));
