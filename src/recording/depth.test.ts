import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf } from './body.ts';
import { deepest, isTooDeep } from './depth.ts';

const nested = (levels: number, inside = '1') => `${'{"a":'.repeat(levels)}${inside}${'}'.repeat(levels)}`;

test('JSON is read down to a level, and no further', () => {
  assert.equal(isTooDeep(nested(deepest)), false);
  assert.notEqual(jsonOf(nested(deepest)), undefined);
  assert.equal(isTooDeep(nested(deepest + 1)), true);
  assert.equal(jsonOf(nested(deepest + 1)), undefined);
});

test('brackets in a text, and those that were closed, do not count', () => {
  assert.equal(isTooDeep(`{"a":"${'['.repeat(2000)}"}`), false);
  assert.equal(isTooDeep(`{"a":"\\"${'['.repeat(2000)}"}`), false);
  assert.equal(isTooDeep(`[${Array.from({ length: 2000 }, () => '[]').join(',')}]`), false);
});

test('a text that breaks off in the depth is too deep as well', () => {
  assert.equal(isTooDeep('['.repeat(100_000)), true);
});
