import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../check/judge.ts';
import { observe } from '../recording/observations.ts';
import { see } from '../recording/see.ts';
import { goldenBase } from './client/golden.ts';
import { find } from './index.ts';
import type { SelftestRow } from './selftest.ts';
import { unprovenIn, unprovenProfiles } from './unproven.ts';

const row = (id: string, profile: SelftestRow['profile'], killed: boolean): SelftestRow => ({
  ...{ id, profile, killed, level: 'MUST', golden: 'pass', alsoRed: [], unexpected: [] },
  mutant: killed ? 'fail' : 'pass',
});

test('a check is unproven in the profiles in which its mutant survives', () => {
  const found = unprovenIn([row('T-08', 'oauth', true), row('T-08', 'oidc', false), row('R-11', 'oidc', true)]);
  assert.deepEqual(found, { 'T-08': ['oidc'] });
  assert.deepEqual(unprovenProfiles('T-08', found), ['oidc']);
  assert.deepEqual(unprovenProfiles('R-11', found), []);
});

test('the verdict of an unproven check carries the mark, whatever its outcome', () => {
  const check = find('T-08') ?? assert.fail('there is no T-08');
  const seen = see(goldenBase());
  const bench = { seen, observed: observe(seen), plan: null, profile: 'oidc', strict: false } as const;
  assert.equal(judge(check, { ...bench, unproven: new Set(['T-08']) }).unproven, true);
  assert.equal(judge(check, { ...bench, unproven: new Set(['R-11']) }).unproven, undefined);
});
