import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../errors.ts';
import { generationOf, generations } from './images.ts';

for (const [tag, since] of [
  ['3.20.32', '3.20'],
  ['4.0.30-debian', '4.0'],
  ['4.1', '4.0'],
  ['4.2.0', '4.2'],
  ['4.9.33', '4.2'],
  ['4.10.29', '4.2'],
  ['4.11.26', '4.11'],
  ['4.12.17', '4.12'],
  ['4.13.0-alpha.2', '4.12'],
  ['5.0.0', '4.12'],
  ['latest', '4.12'],
] as const)
  test(`the tag ${tag} needs what ${since} needs`, () => {
    assert.equal(generationOf(tag).since, since);
  });

for (const tag of ['3.19.1', '2.0', '4', '4x'])
  test(`the tag ${tag} is a mistake of the user`, () => {
    assert.throws(() => generationOf(tag), UsageError);
  });

test('the rows are in the order of their releases, and only the first has no licence gate', () => {
  assert.deepEqual(
    generations.map(({ since }) => since),
    ['3.20', '4.0', '4.2', '4.11', '4.12'],
  );
  assert.deepEqual(
    generations.filter(({ licensed }) => !licensed).map(({ since }) => since),
    ['3.20'],
  );
});
