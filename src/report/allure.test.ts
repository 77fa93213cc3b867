import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { writeAllure } from './allure.ts';
import { sampleResult } from './test-data.ts';
import { shownAs } from './words.ts';

const allureResult = z.looseObject({
  name: z.string(),
  status: z.string(),
  historyId: z.string(),
  statusDetails: z.looseObject({ message: z.string().optional() }),
  labels: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  links: z.array(z.looseObject({ url: z.string() })),
});

test('every verdict is an Allure result with its status, its reason and its labels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dcrh-allure-'));
  const result = sampleResult();
  writeAllure(folder, result);
  const files = readdirSync(folder);
  const written = files
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => allureResult.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  rmSync(folder, { recursive: true });
  assert.equal(written.length, result.verdicts.length);
  assert.ok(files.includes('categories.json') && files.includes('environment.properties'));
  const statuses = {
    pass: 'passed',
    warn: 'passed',
    fail: 'failed',
    known: 'skipped',
    'not-applicable': 'skipped',
    inconclusive: 'broken',
  };
  for (const verdict of result.verdicts) {
    const own = written.find(({ name }) => name.startsWith(`${verdict.id} `));
    const shown = shownAs(verdict);
    if (shown !== 'not-observed') assert.equal(own?.status, statuses[shown], verdict.id);
    if (shown === 'fail') assert.match(own?.statusDetails.message ?? '', /^✗[\s\S]*expected/);
    if (shown === 'known') assert.match(own?.statusDetails.message ?? '', /^Known: ./);
    assert.ok(own?.labels.some(({ name }) => name === 'severity'));
    assert.equal(own?.links.length, verdict.spec.length);
  }
});
