/**
 * Every story on the stand-in, in each mode and through each portal, and a table of what deviated: docs/stories-run.md. A mode that
 * follows the specifications must be green, the others red exactly where their baselines say. Arguments are columns to run
 * alone, such as "correct next"; then the table is left as it is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { resultSchema, type Result } from '../src/check/result.ts';
import { needsTls, stories } from '../src/commands/stories.ts';
import { close, type Counts } from './run-files.ts';

interface Column {
  readonly mode: string;
  readonly portal: 'classic' | 'next';
}

/** APIM has had the next-gen portal since 4.10. */
const columns: readonly Column[] = [
  { mode: 'correct', portal: 'classic' },
  { mode: 'correct', portal: 'next' },
  { mode: 'as-apim-3.20', portal: 'classic' },
  { mode: 'as-apim-4.12', portal: 'classic' },
  { mode: 'as-apim-4.12', portal: 'next' },
];

const page = join('docs', 'stories-run.md');
const nameOf = ({ mode, portal }: Column) => `${mode} ${portal}`;

/** Walks every story as a user does. Undefined: the run left no result. */
function walk(column: Column, out: string): Result | undefined {
  const options = ['--mode', column.mode, '--portal', column.portal, '--workers', '2', '--out', out];
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [join('src', 'cli.ts'), 'run', '--all', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${nameOf(column)}: exit code ${status}, ${seconds} s\n`);
  if (status !== 0 && status !== 1) return undefined;
  return resultSchema.parse(JSON.parse(readFileSync(join(out, 'verdicts.json'), 'utf8')));
}

/** What deviated in a story. */
function cellOf({ recordings, verdicts }: Result, story: string): string {
  if (!recordings.some(({ id }) => id === story)) return 'not walked';
  const broken = verdicts.filter(({ outcome, brokenIn }) => outcome === 'fail' && brokenIn.includes(story));
  return broken.map(({ id, known }) => (known === null ? `**${id}**` : id)).join(' ') || '✓';
}

const tableOf = (results: readonly Result[]) =>
  [
    '# Every story on the stand-in',
    '',
    'Written by `npm run test:stories`, which walks every story in each mode of the embedded stand-in and through each portal; do not edit.',
    '',
    '✓: no rule of level MUST, and none about a leak of a secret, was broken. Otherwise the checks that failed, each known to the baseline of',
    'the mode (`baselines/`) unless it is in bold. What each check says is in [checks.md](checks.md).',
    '',
    `| story | ${columns.map(({ mode, portal }) => `${mode}, ${portal === 'next' ? 'next-gen portal' : 'classic portal'}`).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...walked.map(({ id }) => `| \`${id}\` | ${results.map((result) => cellOf(result, id)).join(' | ')} |`),
    '',
  ].join('\n');

const walked = stories.filter(({ id }) => id !== needsTls);
const chosen = process.argv.slice(2);
const wanted = columns.filter((column) => chosen.length === 0 || chosen.includes(nameOf(column)));
const folder = mkdtempSync(join(tmpdir(), 'dcrh-stories-'));
const results = wanted.map((column) => walk(column, join(folder, nameOf(column))));
rmSync(folder, { recursive: true });

const green = results.filter((result) => result?.exitCode === 0);
const counts: Counts = { passed: green.length, failed: results.length - green.length, skipped: 0 };
const seen = results.filter((result) => result !== undefined);
if (seen.length === columns.length)
  writeFileSync(page, await format(tableOf(seen), { parser: 'markdown', printWidth: 120 }));
process.exitCode = close(counts);
