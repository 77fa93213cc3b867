import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeatedMember } from './text.ts';

test('a name may come back in another object, not in the same', () => {
  assert.equal(repeatedMember('{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"a"}'), undefined);
  assert.equal(repeatedMember('{"a":1,"b":{"c":[1]},"a":2}'), '"a"');
  assert.equal(repeatedMember('{"x":[{"k":1,"k":2}]}'), '"k"');
});

test('a string that looks like a member is none', () => {
  assert.equal(repeatedMember('{"a":"\\"a\\":1","b":["a","a"]}'), undefined);
});
