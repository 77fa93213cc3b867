import assert from 'node:assert/strict';
import { test } from 'node:test';
import { membersIn, repeatedNames } from './json.ts';

test('members are found at any depth, also in lists', () => {
  const found = [...membersIn({ a: null, b: [{ c: 1 }, 'x'] })].map(({ path, value }) => [path.join('/'), value]);
  assert.deepEqual(found, [
    ['a', null],
    ['b', [{ c: 1 }, 'x']],
    ['b/0/c', 1],
  ]);
});

test('a name is repeated only within one object', () => {
  assert.deepEqual(repeatedNames('{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'), []);
  assert.deepEqual(repeatedNames('{"a":1,"b":{"x":1,"x":2},"a":3}'), ['x', 'a']);
  assert.deepEqual(repeatedNames('{"a":1,"\\u0061":2}'), ['a']);
  assert.deepEqual(repeatedNames('not JSON'), []);
});
