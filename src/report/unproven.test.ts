import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explanationOf, summaryOf } from '../commands/check-text.ts';
import { find } from '../catalogue/index.ts';
import { resultJson } from './json.ts';
import { htmlPage } from './html/page.ts';
import { terminalSummary } from './terminal.ts';
import { sampleRecording, sampleResult, sampleVerdict, sampleVerdicts } from './test-data.ts';
import { sixLines } from './words.ts';

const [, failed = sampleVerdict('R-14')] = sampleVerdicts;
const elsewhere = [{ profiles: ['oauth' as const, 'bcp' as const], says: 'the server answers 201' }];
const marked = [{ ...failed, unproven: true as const, elsewhere }, sampleVerdict('D-01', { unproven: true })];
const result = sampleResult(marked);

const pageOf = (of: typeof result) => htmlPage({ result: of, recordings: [sampleRecording()], pictures: new Map() });

test('an unproven check is marked on the terminal, in JSON and on the page', () => {
  assert.match(terminalSummary(result), /unproven: no mutant is known to turn these checks red\n {2}D-01, R-14\n/);
  assert.equal(resultJson(result).match(/"unproven": true/g)?.length, 2);
  assert.equal(pageOf(result).match(/<span class="unproven">unproven<\/span>/g)?.length, 2);
});

test('nothing is marked where everything is proven', () => {
  const proven = sampleResult();
  for (const text of [terminalSummary(proven), resultJson(proven), pageOf(proven).replace(/<style>.*?<\/style>/s, '')])
    assert.doesNotMatch(text, /unproven/);
});

test('what other profiles say stands in the lines of a failure and on the page', () => {
  const says = 'oauth, bcp: the server answers 201';
  assert.ok(sixLines({ ...failed, elsewhere }).includes(`  elsewhere ${says}`));
  assert.ok(pageOf(result).includes(`<p>${says}</p>`));
});

test('list and explain mark an unproven check, and explain tells each reading', () => {
  const check = find('H-02') ?? assert.fail('there is no H-02');
  const unproven = { 'H-02': ['oidc' as const] };
  assert.deepEqual(summaryOf(check, unproven).unproven, ['oidc']);
  assert.equal('unproven' in summaryOf(check, {}), false);
  assert.match(explanationOf(check, unproven), /unproven +in oidc: no mutant/);
  assert.match(explanationOf(check, {}), /in oauth +the server answers 201/);
});
