import { run } from 'node:test';
import { spec } from 'node:test/reporters';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  leftOut: readonly { name: string; why: string }[];
}

/** Runs test files with Node's runner, which reports as it goes. */
export async function runFiles(files: readonly string[], concurrency: boolean | number): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const leftOut: { name: string; why: string }[] = [];
  const stream = run({ files: [...files], concurrency });
  stream.on('test:pass', ({ name, skip }) => {
    if (typeof skip === 'string') leftOut.push({ name, why: skip });
  });
  stream.on('test:summary', ({ file, counts: own }) => {
    if (file !== undefined) return;
    counts.passed = own.passed;
    counts.failed = own.tests - own.passed - own.skipped - own.todo;
    counts.skipped = own.skipped + own.todo;
  });
  stream.compose(spec).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.once('end', resolve));
  return { ...counts, leftOut };
}

export function sum(...all: readonly Counts[]): Counts {
  const total = (count: 'passed' | 'failed' | 'skipped') => all.reduce((so, counts) => so + counts[count], 0);
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}

/** What was left out and why, then the closing line that readers of a CI log know; gives the exit code. */
export function close({ passed, failed, skipped, leftOut }: Counts): number {
  for (const [why, tests = []] of Object.entries(Object.groupBy(leftOut, ({ why }) => why)))
    process.stdout.write(`\nLeft out: ${why}\n${tests.map(({ name }) => `  - ${name}\n`).join('')}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 || passed + skipped === 0 ? 1 : 0;
}
