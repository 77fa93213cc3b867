import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phasesLine, terminalSummary } from './terminal.ts';
import { sampleRecording, sampleResult, sampleVerdict } from './test-data.ts';
import { countLine, sixLines } from './words.ts';

const linesOf = (text: string) => text.trimEnd().split('\n');

test('the last line is the count', () => {
  const result = sampleResult();
  assert.equal(linesOf(terminalSummary(result)).at(-1), countLine(result.counts));
});

test('a new failure has its six lines, a known one only its reason', () => {
  const result = sampleResult();
  const text = terminalSummary(result);
  const failed = result.verdicts.find(({ id }) => id === 'R-14');
  assert.ok(failed && text.includes(sixLines(failed).join('\n')));
  assert.match(text, /known deviations\n {2}≈ R-20 .*: fixed in the next release\n/);
  assert.doesNotMatch(text, /dcrh explain R-20/);
});

test('failures stand before warnings, and what is not observed says why', () => {
  const text = terminalSummary(sampleResult());
  assert.ok(text.indexOf('✗ R-14') < text.indexOf('! T-02'));
  assert.match(text, /not observed\n {2}\? U-01 .*: never seen: a deletion\n/);
});

test('what passed and what does not apply is counted and not listed', () => {
  const text = terminalSummary(sampleResult());
  assert.doesNotMatch(text, /D-01|V-01/);
});

test('a section without a line is left out', () => {
  const text = terminalSummary(sampleResult([sampleVerdict('D-01')]));
  assert.doesNotMatch(text, /^(?:warnings|known deviations|not observed|inconclusive)$/m);
});

test('a story that ended early says why, and the stand-in is named as one', () => {
  const cut = sampleRecording({ outcome: 'incomplete', note: 'the page never opened' });
  const text = terminalSummary(sampleResult([sampleVerdict('D-01')], [cut]));
  assert.match(text, /‽ tutorial: the page never opened/);
  assert.match(text, /not verdicts on a Gravitee product/);
});

test('what a story could not see of this product is told, though it was walked to its end', () => {
  const whole = sampleRecording({ outcome: 'complete', note: 'creating the provider was not observed' });
  const text = terminalSummary(sampleResult([sampleVerdict('D-01')], [whole]));
  assert.match(text, /left out\n {2}\? tutorial: creating the provider was not observed\n/);
});

test('without colour no escape sequence is written', () => {
  assert.doesNotMatch(terminalSummary(sampleResult()), /\x1b/);
});

test('the phases are shown in seconds, with their sum', () => {
  const line = phasesLine([
    ['walk', 9800],
    ['judge', 100],
  ]);
  assert.equal(line, 'walk 9.8 s · judge 0.1 s · in all 9.9 s');
});
