import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from './difference.ts';

test('tells what was kept, changed, dropped and added', () => {
  const asked = {
    client_name: 'one',
    grant_types: ['a', 'b'],
    application_type: 'browser',
    logo_uri: 'https://a.example',
  };
  const answered = { client_id: '1', application_type: 'web', grant_types: ['a', 'b'], client_name: 'one' };
  assert.deepEqual(differenceOf(asked, answered), {
    kept: ['client_name', 'grant_types'],
    changed: ['application_type "browser" → "web"'],
    dropped: ['logo_uri'],
    added: ['client_id'],
  });
});

test('an array in another order is a change', () => {
  assert.deepEqual(differenceOf({ redirect_uris: ['a', 'b'] }, { redirect_uris: ['b', 'a'] }).changed, [
    'redirect_uris ["a","b"] → ["b","a"]',
  ]);
});
