/**
 * Two measurements, each side by side in one run, printed as ratios:
 * the three stories by the harness against the same clicks by a bare Playwright script, and `judge` at growing sizes, with the
 * most memory that the process held until then. `npm run bench -- judge` takes the second alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeAll } from '../src/commands/judging.ts';
import { readHar } from '../src/recording/har.ts';

const rounds = 3;
const root = join(import.meta.dirname, '..');

function wall(script: string, ...args: string[]): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    encoding: 'utf8',
    cwd: root,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr}`);
  return performance.now() - startedAt;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

function compareWalks(): void {
  const out = mkdtempSync(join(tmpdir(), 'dcrh-bench-'));
  // Alternating, so that a machine that slows down slows both.
  const times = Array.from({ length: rounds }, () => ({
    bare: wall('scripts/bare-walk.ts'),
    harness: wall('src/cli.ts', 'run', '--out', out),
  }));
  rmSync(out, { recursive: true });

  const bare = median(times.map((time) => time.bare));
  const own = median(times.map((time) => time.harness));
  process.stdout.write(
    `three stories, dcrh run: ${seconds(own)}, bare script ${seconds(bare)}, ratio ${(own / bare).toFixed(2)} (median of ${rounds})\n`,
  );
}

if (process.argv[2] !== 'judge') compareWalks();

const har = join(root, 'src', 'recording', 'test-data', 'apim-3.20.32.har');
const recording = readHar(readFileSync(har, 'utf8'), har);
const { exchanges } = recording;
const judged = [1_000, 10_000, 100_000].map((size) => {
  const many = {
    ...recording,
    exchanges: Array.from({ length: size }, (_, index) => ({
      ...exchanges[index % exchanges.length],
      number: index + 1,
    })),
  };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const verdicts = judgeAll([many as typeof recording], { profile: 'oidc', strict: false });
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return {
    size,
    wall,
    each: (user + system) / 1000 / size,
    peak: process.resourceUsage().maxRSS / 1024,
    broken: Math.max(...verdicts.map(({ breachCount }) => breachCount)),
    kept: Math.max(...verdicts.map(({ breaches }) => breaches.length)),
    written: JSON.stringify(verdicts).length / 1024,
  };
});
const [first] = judged;
for (const { size, wall, each, peak, broken, kept, written } of judged)
  process.stdout.write(
    `judge ${size} exchanges: ${seconds(each * size)} of the processor, ${seconds(wall)} by the clock, ` +
      `${(each / (first?.each ?? NaN)).toFixed(2)} × the time per exchange at ${first?.size ?? 0}; ` +
      `at most ${Math.round(peak)} MB; a rule broken ${broken} times names ${kept} of them, ${Math.round(written)} KB of verdicts\n`,
  );
