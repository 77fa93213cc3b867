import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyBaseline, parseBaseline } from './baseline.ts';
import { countsOf, endingOf } from './summary.ts';
import type { Verdict } from './verdict.ts';

const verdict = (change: Partial<Verdict>): Verdict => ({
  id: 'A-01',
  slug: 'a',
  title: 'does it',
  spec: [{ document: 'RFC 7591', section: '2', title: '', url: '' }],
  level: 'MUST',
  profiles: ['oauth'],
  outcome: 'pass',
  judged: 1,
  breaches: [],
  breachCount: 0,
  brokenIn: [],
  seenAt: null,
  because: '',
  known: null,
  ...change,
});

const none = { stale: [], incomplete: [] };

for (const [says, evidence, exitCode] of [
  ['all is well', { verdicts: [verdict({})], ...none }, 0],
  ['a new failure', { verdicts: [verdict({ outcome: 'fail' })], ...none }, 1],
  ['a known failure', { verdicts: [verdict({ outcome: 'fail', known: 'since 3.20' })], ...none }, 0],
  ['a warning', { verdicts: [verdict({ outcome: 'warn', level: 'SHOULD' })], ...none }, 0],
  ['a MUST not observed', { verdicts: [verdict({ outcome: 'not-observed' })], ...none }, 1],
  ['a SHOULD not observed', { verdicts: [verdict({ outcome: 'not-observed', level: 'SHOULD' })], ...none }, 0],
  ['a stale entry', { verdicts: [verdict({})], stale: [{ id: 'A-01', problem: 'passes' }], incomplete: [] }, 1],
  ['an incomplete story', { verdicts: [verdict({})], stale: [], incomplete: ['tutorial'] }, 3],
  ['a rule that broke', { verdicts: [verdict({ outcome: 'inconclusive' })], ...none }, 3],
  [
    'a failure in an incomplete story',
    { verdicts: [verdict({ outcome: 'fail' })], stale: [], incomplete: ['tutorial'] },
    1,
  ],
  [
    'a MUST not observed for an incomplete story',
    { verdicts: [verdict({ outcome: 'not-observed' })], stale: [], incomplete: ['tutorial'] },
    3,
  ],
] as const)
  test(`exit code ${exitCode}: ${says}`, () => {
    const ending = endingOf(evidence);
    assert.equal(ending.exitCode, exitCode);
    assert.equal(ending.reasons.length === 0, exitCode === 0);
  });

test('a known deviation is counted once, as known', () => {
  const counts = countsOf([verdict({}), verdict({ outcome: 'fail', known: 'x' }), verdict({ outcome: 'fail' })]);
  assert.deepEqual([counts.pass, counts.known, counts.fail], [1, 1, 1]);
});

test('the baseline marks what it knows and finds what is stale', () => {
  const { entries, mistake } = parseBaseline(
    '- id: A-01\n  reason: since 3.20\n  date: 2026-11-23\n- { id: A-02, reason: gone, date: 2026-11-23 }\n- { id: Z-99, reason: typo, date: 2026-11-23 }\n',
  );
  assert.equal(mistake, null);
  const { verdicts, stale } = applyBaseline([verdict({ outcome: 'fail' }), verdict({ id: 'A-02' })], entries);
  assert.deepEqual(
    verdicts.map(({ known }) => known),
    ['since 3.20', null],
  );
  assert.deepEqual(
    stale.map(({ id }) => id),
    ['A-02', 'Z-99'],
  );
});

// None of the breaches themselves is kept: what is known must not hang on those that a report shows.
const brokenIn = (...stories: string[]) =>
  verdict({
    outcome: 'fail',
    breachCount: stories.length,
    brokenIn: stories,
  });

for (const [says, seen, walked, known, problem] of [
  ['a deviation in the stories of its entry is known', brokenIn('one', 'two'), ['one', 'two'], true, undefined],
  ['one in another story is news', brokenIn('one', 'two', 'three'), ['one', 'two', 'three'], false, undefined],
  ['a story that was not walked makes no entry stale', brokenIn('one'), ['one'], true, undefined],
  ['nor does a run without them', verdict({}), ['three'], undefined, undefined],
  ['a story without it has to go', brokenIn('one'), ['one', 'two'], true, /now in two/],
  ['so has the entry that none needs', verdict({}), ['one', 'two'], undefined, /remove the entry/],
] as const)
  test(`a baseline entry for stories: ${says}`, () => {
    const entry = { id: 'A-01', reason: 'since 3.20', date: '2026-11-23', stories: ['one', 'two'] };
    const { verdicts, stale } = applyBaseline([seen], [entry], walked);
    assert.equal(verdicts[0]?.known, known === undefined ? null : known ? 'since 3.20' : null);
    if (problem === undefined) assert.deepEqual(stale, []);
    else assert.match(stale[0]?.problem ?? '', problem);
  });

for (const [says, text, line, sentence] of [
  [
    'a misspelt key',
    '- id: A-01\n  resaon: x\n  date: 2026-11-23\n',
    2,
    /"resaon" is not a known key\. Did you mean "reason"/,
  ],
  ['a missing reason', '- id: A-01\n  date: 2026-11-23\n', 1, /"reason" is missing/],
  ['no list', 'id: A-01\n', 1, /must be a list/],
  ['no YAML', '- id: [\n', 2, /./],
  [
    'an id that stands twice',
    '- { id: A-01, reason: x, date: 2026-11-23 }\n- { id: A-01, reason: y, date: 2026-11-23 }\n',
    2,
    /A-01 stands twice/,
  ],
  ['a wrong date', '- id: A-01\n  reason: x\n  date: yesterday\n', 3, /"date"/],
] as const)
  test(`names ${says} by its line`, () => {
    const { mistake } = parseBaseline(text);
    assert.equal(mistake?.line, line);
    assert.match(mistake.sentence, sentence);
  });
