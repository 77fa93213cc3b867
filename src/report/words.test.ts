import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleVerdict, sampleVerdicts } from './test-data.ts';
import { countLine, marks, names, shownAs, sixLines, specOf, whereText, inLine } from './words.ts';

const find = (id: string) => sampleVerdicts.find((verdict) => verdict.id === id) ?? sampleVerdict(id);

test('a deviation in the baseline is shown as known, whatever its outcome', () => {
  assert.equal(shownAs(sampleVerdict('R-01', { outcome: 'fail' })), 'fail');
  assert.equal(shownAs(sampleVerdict('R-01', { outcome: 'fail', known: 'a reason' })), 'known');
});

test('every outcome has a mark and a name of its own', () => {
  for (const words of [marks, names]) assert.equal(new Set(Object.values(words)).size, Object.keys(words).length);
});

test('a specification without sections is named alone', () => {
  const document = { document: 'RFC 8414', title: '', url: '' };
  assert.equal(specOf({ spec: [{ ...document, section: '' }] }), 'RFC 8414');
  assert.equal(specOf({ spec: [{ ...document, section: '3.1' }] }), 'RFC 8414 §3.1');
});

test('a place names the exchange, the request and the member; a story has neither of the last', () => {
  const where = { recording: 'tutorial', exchange: 3, request: 'POST /reg → 201', part: 'request body', pointer: '/a' };
  assert.equal(whereText(where), 'tutorial 3 · POST /reg → 201 · request body /a');
  assert.equal(whereText({ ...where, exchange: 0, request: '', part: 'story', pointer: '' }), 'tutorial · story');
});

test('a broken rule is told in six lines', () => {
  assert.deepEqual(sixLines(find('R-14')), [
    '✗ R-14  sends the redirect URIs as the developer typed them   RFC 7591 §2   MUST',
    '  expected  "https://app.example/cb"',
    '  found     "https://app.example/cb/"',
    '  where     tutorial 3 · POST /t-1/reg → 201 · request body /redirect_uris/0',
    '  because   redirect URIs are compared as simple strings, so this client cannot log in',
    '  more      dcrh explain R-14',
  ]);
});

test('further breaches of a rule are counted', () => {
  assert.match(sixLines({ ...find('R-14'), breachCount: 4 })[3] ?? '', /\(and 3 more\)$/);
});

test('the count has every outcome, inconclusive only when there is one', () => {
  const { counts } = sampleResult();
  assert.equal(countLine(counts), 'passed 1 · failed 1 · known 1 · warned 1 · not observed 1 · not applicable 1');
  assert.match(countLine({ ...counts, inconclusive: 2 }), / · inconclusive 2$/);
});

test('text of a target can neither colour nor turn a terminal, nor begin a line', () => {
  assert.equal(inLine('a\u001b[31mb\u202ec\r\n✗ d'), 'a\\u001b[31mb\\u202ec\\r\\n✗ d');
  assert.equal(inLine('x'.repeat(500)).length, 401);
});
