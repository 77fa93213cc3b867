import { run } from 'node:test';
import { spec } from 'node:test/reporters';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs test files with Node's runner, which reports as it goes. */
export async function runFiles(files: readonly string[], concurrency: boolean | number): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files: [...files], concurrency });
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

export const sum = (...all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.reduce((total, { skipped }) => total + skipped, 0),
});

/** The closing line that readers of a CI log know; gives the exit code. */
export function close({ passed, failed, skipped }: Counts): number {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 || passed + skipped === 0 ? 1 : 0;
}
