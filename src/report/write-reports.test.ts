import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { resultSchema } from '../check/result.ts';
import { sampleRecording, sampleResult } from './test-data.ts';
import { writeReports } from './write-reports.ts';

const steps = sampleRecording().steps.map((step) => ({
  ...step,
  screenshot: `../screenshots/tutorial/${step.number}.jpg`,
}));
const recordings = [sampleRecording({ steps })];

test('writes every report, the page first, with the pictures that are there', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dcrh-report-'));
  await mkdir(join(folder.path, 'screenshots', 'tutorial'), { recursive: true });
  await writeFile(join(folder.path, 'screenshots', 'tutorial', '1.jpg'), 'picture');
  const paths = await writeReports(folder.path, { result: sampleResult(), recordings });
  assert.deepEqual(
    paths.map((path) => basename(path)),
    ['index.html', 'verdicts.json', 'junit.xml', 'summary.md'],
  );
  const page = await readFile(join(folder.path, 'index.html'), 'utf8');
  assert.deepEqual(page.match(/<img src="[^"]*"/g), [`<img src="data:image/jpeg;base64,${btoa('picture')}"`]);
});

test('the same result gives the same bytes, which the schema reads', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dcrh-report-'));
  const written = async () => {
    const paths = await writeReports(folder.path, { result: sampleResult(), recordings });
    return Promise.all(paths.map((path) => readFile(path, 'utf8')));
  };
  const [first, second] = [await written(), await written()];
  assert.deepEqual(first, second);
  assert.match(first[1] ?? '', /\}\n$/);
  assert.deepEqual(resultSchema.parse(JSON.parse(first[1] ?? '')), sampleResult());
});
