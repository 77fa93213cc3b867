import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import { heardAfter, incidentsOf, type Incident } from './aftermath.ts';
import { follow, storyOf } from './client/fault-mutations.ts';
import { goldenStory } from './client/golden.ts';
import { named } from './client/mutations.ts';
import { wasMended } from './reactions.ts';
import { wasRedirectedTo } from './redirects.ts';
import { isSentence } from './sentences.ts';

const incidentOf = (recordings: readonly Recording[], fault: string): Incident => {
  const [incident] = incidentsOf(see(recordings), [fault]);
  assert.ok(incident !== undefined);
  return incident;
};

const story = (fault: string) => goldenStory().filter(({ id }) => id === storyOf(fault));

/** The token is asked for once more after the answer with the fault. */
const again = (fault: string, status: number, stepsLater = 0) =>
  follow(fault, {
    ...{ method: 'POST', url: 'https://idp.example/fault/token', text: 'grant_type=client_credentials', status },
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  })(story(fault)).map((recording): Recording => ({
    ...recording,
    exchanges: recording.exchanges.map((exchange) =>
      exchange.faults.length === 0 && exchange.request.url.endsWith('/token')
        ? { ...exchange, step: exchange.step + stepsLater }
        : exchange,
    ),
  }));

test('"later" is mended by another try of the same step that succeeds, and by nothing else', () => {
  const limited = 'token-429-retry-after-seconds';
  assert.equal(wasMended(incidentOf(again(limited, 200), limited)), true);
  assert.equal(wasMended(incidentOf(again(limited, 429), limited)), false);
  assert.equal(wasMended(incidentOf(again(limited, 200, 1), limited)), false);
  assert.equal(wasMended(incidentOf(story(limited), limited)), false);
  assert.equal(wasMended(incidentOf(again('token-invalid-client', 200), 'token-invalid-client')), false);
});

const answering = (status: number): readonly Recording[] => {
  const good = goldenStory();
  const [registration] = named('Lone web')(see(good));
  return good.map((recording) => ({
    ...recording,
    exchanges: recording.exchanges.map((exchange) =>
      exchange === registration?.exchange
        ? { ...exchange, response: { ...exchange.response, status, headers: [['Location', '/lone/reg/new']] } }
        : exchange,
    ),
  }));
};

test('only a redirect sends a client to the address in Location', () => {
  for (const [status, redirected] of [
    [201, false],
    [302, true],
    [308, true],
    [400, false],
  ] as const) {
    const seen = see(answering(status));
    const [first] = named('Lone web')(seen);
    assert.ok(first !== undefined);
    const landed = { ...first, url: 'https://idp.example/lone/reg/new' };
    assert.equal(wasRedirectedTo(seen, landed), redirected, String(status));
  }
});

test('nothing, and nothing but white space, is no sentence', () => {
  for (const message of [undefined, '', ' \n']) assert.equal(isSentence(message)?.found, 'no message');
  assert.equal(isSentence('The provider answers 404.'), undefined);
  assert.ok(isSentence('TypeError: x is not a function') !== undefined);
});

/** Two applications of one story, asked for under these faults. */
const two = (fault: string, ...armed: readonly (readonly string[] | undefined)[]) =>
  story(fault).map((recording): Recording => {
    const [application] = recording.applications;
    assert.ok(application !== undefined);
    return {
      ...recording,
      exchanges: recording.exchanges.filter(({ request }) => !request.url.endsWith('/reg')),
      applications: armed.map((faults, index) => ({
        ...application,
        name: `Application ${index}`,
        message: `message ${index}`,
        ...(faults && { armed: [...faults] }),
      })),
    };
  });

test('an incident has the applications that were asked for under its fault, and what was read of them', () => {
  const fault = 'token-unknown-members';
  const incident = incidentOf(two(fault, ['another'], [fault]), fault);
  assert.deepEqual(
    incident.applications.map(({ name }) => name),
    ['Application 1'],
  );
  assert.equal(incident.message, 'message 1');
  const some = incidentOf(two(fault, undefined, [fault]), fault);
  assert.deepEqual(
    some.applications.map(({ name }) => name),
    ['Application 1'],
  );
  const untold = incidentOf(two(fault, undefined, undefined), fault);
  assert.equal(untold.applications.length, 2);
});

test('the note of a step is heard unless the harness gave up in that very step', () => {
  const fault = 'issuer-mismatch';
  const heard = (outcome: Recording['outcome'], step: 'done' | 'failed') =>
    heardAfter(
      incidentOf(
        story(fault).map((recording) => ({
          ...recording,
          outcome,
          steps: recording.steps.map((one) => ({ ...one, outcome: step })),
        })),
        fault,
      ),
    );
  assert.match(heard('complete', 'failed') ?? '', /another issuer/);
  assert.match(heard('incomplete', 'done') ?? '', /another issuer/);
  assert.equal(heard('incomplete', 'failed'), undefined);
});
