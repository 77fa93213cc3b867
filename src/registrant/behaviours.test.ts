import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behave, behaviourNames, behaviours } from './behaviours.ts';
import { correct } from './conduct.ts';
import { unswitched } from './unswitched.ts';

const rows = (area: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${area}-${String(from + index).padStart(2, '0')}`);

/** The rows that are about what a client does after an answer, the passive ones of the discovery and token parts left out. */
const wanted = [
  ...rows('D', 6, 7),
  ...rows('D', 10, 28),
  ...rows('T', 10, 11),
  ...rows('T', 14, 29),
  'T-33',
  ...rows('H', 1, 57),
  ...rows('M', 1, 34),
  ...rows('S', 1, 18),
  ...rows('X', 1, 30),
];

test('every row about a behaviour has a switch or a reason why not', () => {
  const known: string[] = [...behaviourNames, ...unswitched.map(({ row }) => row)];
  assert.deepEqual(known.toSorted(), wanted.toSorted());
});

test('without behaviours the client is the correct one', () => {
  assert.deepEqual(behave(new Set()), correct);
});

for (const { row, change } of behaviours)
  test(`${row} changes decisions that the client knows, and as few as can be`, () => {
    const names = Object.keys(change(correct));
    assert.ok(names.length > 0 && names.length <= 4, names.join(', '));
    assert.deepEqual(
      names.filter((name) => !(name in correct)),
      [],
    );
  });

test('behaviours can be put together', () => {
  const conduct = behave(new Set(['T-14', 'D-06']));
  assert.ok(conduct.isTokenType('mac') && conduct.agrees('https://evil.example', 'https://idp.example'));
  assert.equal(conduct.patience, correct.patience);
});
