import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../catalogue/index.ts';
import { requiredIds } from '../catalogue/requirements.ts';
import { chosen } from './judging.ts';

test('without a requirement set every check is chosen', () => {
  assert.equal(chosen(catalogue), catalogue);
});

test('a requirement set leaves out the checks that it does not have', () => {
  const [first] = catalogue;
  assert.ok(first !== undefined && requiredIds('2026-12')?.has(first.id) === true);
  const later = { ...first, id: 'R-99', slug: 'added-later' };
  assert.deepEqual(
    chosen([first, later], '2026-12').map(({ id }) => id),
    [first.id],
  );
});
