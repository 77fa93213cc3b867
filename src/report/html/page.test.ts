import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { judgeAll } from '../../commands/judging.ts';
import { readRecording } from '../../recording/files.ts';
import { sampleRecording, sampleResult } from '../test-data.ts';
import { htmlPage } from './page.ts';

const har = await readRecording(join(import.meta.dirname, '..', '..', 'recording', 'test-data', 'apim-3.20.32.har'));
const imported = htmlPage({
  result: sampleResult(judgeAll([har], { profile: 'oidc', strict: false }), [har]),
  recordings: [har],
  pictures: new Map(),
});
const sample = htmlPage({ result: sampleResult(), recordings: [sampleRecording()], pictures: new Map() });

const all = (page: string, attribute: RegExp) => [...page.matchAll(attribute)].map(([, value = '']) => value);

for (const [says, page] of [
  ['a story', sample],
  ['an import', imported],
] as const) {
  test(`the page of ${says}: every link inside it leads to one place`, () => {
    const ids = all(page, / id="([^"]*)"/g);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    const links = all(page, /href="#([^"]*)"/g);
    assert.ok(links.length > 10);
    assert.deepEqual(
      links.filter((link) => !ids.includes(link)),
      [],
    );
  });

  test(`the page of ${says}: nothing is named that a browser would fetch`, () => {
    const sources = all(page, /(?:src|srcset|action|data|poster)="([^"]*)"/g);
    assert.deepEqual(
      sources.filter((source) => source !== '' && !source.startsWith('data:')),
      [],
    );
    assert.doesNotMatch(page, /<link|@import|url\(/);
  });
}

test('every failed check of an import is marked in an exchange', () => {
  const failed = all(imported, /<details\s+class="verdict fail"\s+id="([^"]*)"/g);
  const marked = new Set(all(imported, /<a class="chip fail" href="#([^"]*)"/g));
  assert.ok(failed.length > 0);
  assert.deepEqual(new Set(failed), marked);
});

test('no secret of an import stands in the page', () => {
  for (const secret of [
    's3cret',
    'YXBpbTpzM2NyZXQ',
    'CyFPPP97_bEaNqPvPm',
    'static-token-1',
    'bD80xcPxVGKC3Fkn1APz95hb',
  ])
    assert.ok(!imported.includes(secret), secret);
});

test('the same result gives the same page', () => {
  assert.equal(htmlPage({ result: sampleResult(), recordings: [sampleRecording()], pictures: new Map() }), sample);
});
