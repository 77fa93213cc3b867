import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeStory } from '../selftest.ts';
import { goldenStory } from './golden.ts';
import { seeInstead } from './sighting-mutations.ts';

for (const [shows, id] of [
  ['other-name', 'X-03'],
  ['unknown-authority', 'X-04'],
  ['expired', 'X-04'],
  ['not-for-servers', 'X-04'],
] as const)
  for (const change of [{ outcome: 'saved' }, { requests: 1 }] as const)
    test(`${id}: a certificate that shows ${shows}, and ${JSON.stringify(change)}`, () => {
      const story = seeInstead('golden-tls', 'certificate', change, { shows })(goldenStory());
      const verdict = judgeStory(story, 'oidc').find((one) => one.id === id);
      assert.equal(verdict?.outcome, 'fail');
    });
