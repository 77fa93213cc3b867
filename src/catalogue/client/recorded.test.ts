import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readHar } from '../../recording/har.ts';
import type { Profile } from '../../check/level.ts';
import { judgeStory } from '../selftest.ts';

const path = `${import.meta.dirname}/../../recording/test-data/apim-3.20.32.har`;
const story = [readHar(readFileSync(path, 'utf8'), path)];

/** Every deviation in the recorded traffic of APIM 3.20.32, by exchange. What is not listed here is a false alarm. */
const deviations: Readonly<Record<Profile, Readonly<Record<string, readonly number[]>>>> = {
  oauth: {
    'M-03': [22],
    'M-05': [21, 22],
    'R-16': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-21': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'RT-15': [6, 14, 37],
    'RT-28': [20],
    'T-08': [32, 33],
    'T-21': [25],
  },
  oidc: {
    'M-03': [22],
    'M-05': [21, 22],
    'R-16': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-21': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-25': [4, 8, 12, 16, 20, 25],
    'RT-03': [25],
    'RT-05': [4, 12, 20, 25],
    'RT-15': [6, 14, 37],
    'RT-28': [20],
    'T-08': [32, 33],
    'T-21': [25],
  },
  bcp: {
    'M-03': [22],
    'M-05': [21, 22],
    'R-16': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-21': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-25': [4, 8, 12, 16, 20, 25],
    'RT-03': [25],
    'RT-05': [4, 12, 20, 25],
    'RT-15': [6, 14, 37],
    'RT-16': [8, 16],
    'RT-24': [10, 18],
    'RT-28': [20],
    'T-08': [32, 33],
    'T-21': [25],
  },
  gravitee: {
    'M-03': [22],
    'M-05': [21, 22],
    'R-16': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'R-21': [4, 6, 8, 10, 12, 14, 16, 18, 20, 25, 37],
    'RT-03': [25],
    'RT-15': [6, 14, 37],
    'RT-28': [20],
    'T-08': [32, 33],
    'T-21': [25],
  },
};

for (const [profile, expected] of Object.entries(deviations) as [
  Profile,
  Readonly<Record<string, readonly number[]>>,
][])
  test(`APIM 3.20.32 deviates in profile ${profile} exactly where it does on the wire`, () => {
    const red = judgeStory(story, profile).filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
    const found = red.map(({ id, breaches }) => [id, breaches.map(({ where }) => where.exchange)]);
    assert.deepEqual(Object.fromEntries(found), expected);
  });

test('no rule fails of itself on the recorded traffic', () => {
  const own = judgeStory(story, 'oidc').filter(({ outcome }) => outcome === 'inconclusive');
  assert.deepEqual(own, []);
});
