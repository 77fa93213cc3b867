/**
 * The project's own tests: unit tests with Node's runner, then the browser tests with Playwright's. The last line counts both.
 * Arguments are unit test files to run alone.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { z } from 'zod';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const folders = '{src,fixtures,mock-idp,reference-apim,scenarios,scripts}';

async function unitTests(chosen: readonly string[]): Promise<Counts> {
  const files = chosen.length > 0 ? [...chosen] : globSync(`${folders}/**/*.test.ts`).sort();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files, concurrency: true });
  stream.on('test:summary', ({ file, counts: own }) => {
    if (file !== undefined) return;
    counts.passed = own.passed;
    counts.failed = own.tests - own.passed - own.skipped - own.todo;
    counts.skipped = own.skipped + own.todo;
  });
  stream.compose(spec).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.once('end', resolve));
  return counts;
}

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

const chosen = process.argv.slice(2);
const unit = await unitTests(chosen);
const browser = chosen.length > 0 ? { passed: 0, failed: 0, skipped: 0 } : await browserTests();
const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed;
const skipped = unit.skipped + browser.skipped;
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
