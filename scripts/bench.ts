/**
 * Two measurements, each side by side in one run, printed as ratios:
 * the three stories by the harness against the same clicks by a bare Playwright script, and `judge` at growing sizes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeAll } from '../src/commands/judging.ts';
import { readHar } from '../src/recording/har.ts';

const rounds = 3;
const root = join(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'dcrh-bench-'));

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
  const startedAt = performance.now();
  judgeAll([many as typeof recording], { profile: 'oidc', strict: false });
  return { size, each: (performance.now() - startedAt) / size };
});
const [first] = judged;
for (const { size, each } of judged)
  process.stdout.write(
    `judge ${size} exchanges: ${seconds(each * size)}, ${(each / (first?.each ?? NaN)).toFixed(2)} × the time per exchange at ${first?.size ?? 0}\n`,
  );
