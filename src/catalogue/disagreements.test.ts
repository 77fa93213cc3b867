import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../check/judge.ts';
import { profiles } from '../check/level.ts';
import { observe } from '../recording/observations.ts';
import { see } from '../recording/see.ts';
import { goldenStory } from './client/golden.ts';
import { disagreements } from './disagreements.ts';
import { catalogue, find } from './index.ts';

test('there are nine disagreements, each with a check and with two readings at least', () => {
  assert.equal(disagreements.length, 9);
  for (const { topic, checks, says } of disagreements) {
    assert.ok(new Set(Object.values(says)).size > 1, topic);
    for (const id of checks) assert.ok(find(id) !== undefined, `${topic}: ${id}`);
  }
  const ids = disagreements.flatMap(({ checks }) => checks);
  assert.equal(new Set(ids).size, ids.length, 'a check is about one disagreement');
});

const seen = see(goldenStory());
const bench = { seen, observed: observe(seen), plan: null, strict: false };

test('a verdict says what the profiles with another reading say, and nothing of its own', () => {
  for (const { checks, says } of disagreements)
    for (const id of checks) {
      const check = find(id) ?? assert.fail(id);
      for (const profile of profiles) {
        const { elsewhere = [] } = judge(check, { ...bench, profile });
        const others = profiles.filter((other) => says[other] !== says[profile]);
        assert.deepEqual(elsewhere.flatMap((reading) => reading.profiles).toSorted(), others.toSorted(), id);
        for (const reading of elsewhere)
          for (const other of reading.profiles) assert.equal(reading.says, says[other], `${id} in ${profile}`);
      }
    }
});

test('other verdicts say nothing of other profiles', () => {
  const disputed = new Set(disagreements.flatMap(({ checks }) => [...checks]));
  for (const check of catalogue.filter(({ id }) => !disputed.has(id)))
    assert.equal(judge(check, { ...bench, profile: 'oidc' }).elsewhere, undefined, check.id);
});
