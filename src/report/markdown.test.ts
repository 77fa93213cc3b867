import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownSummary } from './markdown.ts';
import { bodyBreach, hostile, sampleResult, sampleVerdict } from './test-data.ts';

const hostileFailure = sampleVerdict('R-66', {
  title: hostile,
  outcome: 'fail',
  breaches: [bodyBreach('/client_name', hostile, `two\r\nlines @everyone #1 ~~gone~~`)],
  breachCount: 1,
  because: hostile,
});

/** A table row of GitHub's Markdown: pipes that are not escaped are borders. */
const cellsOf = (row: string) => row.split(/(?<!\\)\|/).slice(1, -1);

test('a new failure stands in the open table, a known one folded away', () => {
  const [open = '', ...folded] = markdownSummary(sampleResult()).split('<details>');
  assert.match(open, /\| R-14 \|/);
  assert.doesNotMatch(open, /R-20/);
  assert.match(folded.join(''), /known deviations \(1\).*\| R-20 \|/s);
});

test('the heading is the count, and every reason and the disclaimer are said', () => {
  const result = sampleResult();
  const text = markdownSummary(result);
  assert.match(text, /^## dcr-harness: passed 1 · failed 1 /);
  assert.match(text, /^> These verdicts are about the embedded stand-in/m);
  assert.equal(text.match(/^- /gm)?.length, result.reasons.length);
});

test('text of a target makes no cell, tag, link, mention or line of its own', () => {
  const text = markdownSummary(sampleResult([hostileFailure]));
  const rows = text.split('\n').filter((line) => line.includes('R-66') && line.startsWith('|'));
  assert.equal(rows.length, 1);
  assert.equal(cellsOf(rows[0] ?? '').length, 6);
  assert.doesNotMatch(text, /(?<!\\)<(?:script|img)/);
  assert.doesNotMatch(text, /(?<!\\)\[x(?<!\\)\]\(/);
  assert.doesNotMatch(text, /(?<!\\)@everyone/);
});

test('a result that is too long for a summary is cut and says where the rest is', () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ ...hostileFailure, id: `R-${1000 + index}` }));
  const text = markdownSummary(sampleResult(many));
  assert.ok(text.length < 1_048_576);
  assert.match(text, /cut: the whole result is in verdicts\.json\.\n$/);
});
