import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenRecording, goldenStory } from './golden.ts';
import type { Story } from '../define.ts';
import { isRed, judgeStory } from '../selftest.ts';
import { abandon, follow, registerWith, silence, storyOf, tokenOf } from './fault-mutations.ts';
import { markOf } from './marks.ts';
import { dropMember, inRecording, named, setHeader, setMembers, type Change, type Pick } from './mutations.ts';

/** The golden recording of a fault, alone. */
const recordingOf = (fault: string): Story => goldenStory().filter(({ id }) => id === storyOf(fault));

const updates: Pick = inRecording('golden-connect', 'management');

interface Bug {
  readonly says: string;
  readonly story: Story;
  readonly change: Change;
  /** The check meant for it, and those that read the very same byte. */
  readonly found: readonly [string, ...string[]];
}

/** Bugs that registering products had, as they look in a recording. */
const bugs: readonly Bug[] = [
  {
    says: 'the scope is sent as an array',
    story: [goldenRecording()],
    change: setMembers(named('Everything'), { scope: ['openid', 'profile'] }),
    found: ['R-11'],
  },
  {
    says: 'a token answer without a token leads to "Bearer null"',
    story: recordingOf('token-missing'),
    change: registerWith('token-missing', 'null'),
    found: ['T-16', 'Q-03', 'R-10'],
  },
  {
    says: 'an update leaves client_id out',
    story: [goldenRecording()],
    change: dropMember((seen) => updates(seen).slice(0, 1), 'client_id'),
    found: ['M-03'],
  },
  {
    says: 'the answer cannot be parsed, and the client stays behind',
    story: recordingOf('resp-scope-array'),
    change: abandon('resp-scope-array'),
    found: ['H-11'],
  },
  {
    says: 'the server changed the registration access token, and the old one is used',
    story: [goldenRecording()],
    change: setHeader(
      (seen) => updates(seen).slice(-1),
      'Authorization',
      `Bearer ${markOf('registration token of Console web')}`,
    ),
    found: ['M-13', 'Q-04'],
  },
  {
    says: 'a 303 to another origin is followed with the token',
    story: recordingOf('see-other-elsewhere'),
    change: follow('see-other-elsewhere', {
      method: 'GET',
      url: 'https://elsewhere.example/reg',
      headers: [['Authorization', `Bearer ${tokenOf('see-other-elsewhere')}`]],
    }),
    found: ['H-51'],
  },
  {
    says: 'the answer to a renewal has no secret, and nobody is told',
    story: recordingOf('renewal-secret-missing'),
    change: silence('renewal-secret-missing'),
    found: ['S-09'],
  },
];

const redIn = (story: Story) =>
  judgeStory(story, 'oidc')
    .filter(isRed)
    .map(({ id }) => id);

for (const { says, story, change, found } of bugs)
  test(`${found[0]} finds the known bug: ${says}`, () => {
    assert.equal(story.length, 1);
    assert.deepEqual(redIn(story), []);
    assert.deepEqual(redIn(change(story)).toSorted(), found.toSorted());
  });
