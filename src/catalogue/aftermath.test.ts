import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import { heardAfter, incidentsOf } from './aftermath.ts';
import { goldenStory } from './client/golden.ts';

const recordingOf = (fault: string): Recording => {
  const found = goldenStory().find(({ id }) => id === `fault-${fault}`);
  assert.ok(found !== undefined);
  return found;
};

const incidentIn = (recording: Recording, fault: string) => {
  const [incident] = incidentsOf(see([recording]), [fault]);
  assert.ok(incident !== undefined);
  return incident;
};

test('what follows an answer ends with the next request for the same endpoint', () => {
  const { after, again } = incidentIn(recordingOf('resp-set-cookie'), 'resp-set-cookie');
  assert.deepEqual(
    after.map(({ role }) => role),
    ['token'],
  );
  assert.equal(again?.role, 'registration');
});

test('a name with a star stands for all that begin like it, each answer once', () => {
  const seen = see(goldenStory());
  const faults = new Set(
    incidentsOf(seen, ['issuer-*', 'issuer-mismatch']).flatMap(({ exchange }) => exchange.exchange.faults),
  );
  assert.deepEqual(faults, new Set(['issuer-mismatch', 'issuer-trailing-slash']));
  assert.equal(incidentsOf(seen, ['issuer-*', 'issuer-mismatch']).length, 2);
  assert.deepEqual(incidentsOf(seen, ['no-such-fault']), []);
});

test('a request that only a redirect led to is no incident of its own', () => {
  const recording = recordingOf('see-other-elsewhere');
  const last = recording.exchanges.at(-1);
  assert.ok(last !== undefined);
  const landed = {
    ...last,
    number: 99,
    request: { ...last.request, method: 'GET', url: 'https://elsewhere.example/reg' },
  };
  const seen = see([{ ...recording, exchanges: [...recording.exchanges, landed] }]);
  const [incident, ...others] = incidentsOf(seen, ['see-other-elsewhere']);
  assert.deepEqual(others, []);
  assert.deepEqual(
    incident?.after.map(({ number }) => number),
    [99],
  );
});

test('a person reads the message of the application, or what the step brought to light', () => {
  assert.match(heardAfter(incidentIn(recordingOf('client-id-missing'), 'client-id-missing')) ?? '', /no client_id/);
  assert.match(heardAfter(incidentIn(recordingOf('issuer-mismatch'), 'issuer-mismatch')) ?? '', /another issuer/);
});

test('where the harness gave up, its own words are nothing that a person read', () => {
  const recording = recordingOf('issuer-mismatch');
  const broken: Recording = {
    ...recording,
    outcome: 'incomplete',
    steps: recording.steps.map((step) => ({ ...step, outcome: 'failed' })),
  };
  assert.equal(heardAfter(incidentIn(broken, 'issuer-mismatch')), undefined);
});

test('an incident has the application that was being registered, else all that have a client', () => {
  const names = (fault: string) => incidentIn(recordingOf(fault), fault).applications.map(({ name }) => name);
  assert.deepEqual(names('resp-set-cookie'), ['App resp-set-cookie']);
  assert.deepEqual(names('token-unknown-members'), ['App token-unknown-members']);
});
