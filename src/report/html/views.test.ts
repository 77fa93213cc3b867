import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Application } from '../../recording/recording.ts';
import { sampleRecording } from '../test-data.ts';
import { agreementOf, ledgerOf } from './views.ts';

const [sample] = sampleRecording().applications;
assert.ok(sample);
const application = (changes: Partial<Application>): Application => ({ ...sample, ...changes });
const none = { idp: null, api: null, console: null, portal: null };

for (const [says, views, expected] of [
  ['all that show it say the same', {}, { agree: true, views: 3 }],
  ['one says something else', { portal: { clientId: 'c-2' } }, { agree: false, views: 4 }],
  ['one knows of no client', { api: { clientId: null } }, { agree: false, views: 3 }],
  ['only one shows it', { ...none, api: { clientId: 'c-1' } }, { agree: true, views: 1 }],
] as const)
  test(`agreement when ${says}`, () => {
    assert.deepEqual(agreementOf(application(views)), expected);
  });

const balance = (clientsAtIdp: string[], ...applications: Application[]) =>
  ledgerOf(sampleRecording({ clientsAtIdp, applications })).map((row) => [row.client, row.balance]);

test('a client and its application are in balance', () => {
  assert.deepEqual(balance(['c-1'], application({})), [['c-1', 'both']]);
});

test('a client that no application has is left over', () => {
  assert.deepEqual(balance(['c-1', 'c-2'], application({})), [
    ['c-1', 'both'],
    ['c-2', 'no-application'],
  ]);
});

test('an application whose client is gone has lost it', () => {
  assert.deepEqual(balance([], application({})), [[null, 'no-client']]);
});

test('a refused application needs no client, nor does a Simple one', () => {
  assert.deepEqual(
    balance([], application({ ...none, outcome: 'refused' }), application({ ...none, type: 'simple' })),
    [
      [null, 'neither'],
      [null, 'neither'],
    ],
  );
});

test('a refused application that left a client behind is seen', () => {
  assert.deepEqual(balance(['c-9'], application({ ...none, outcome: 'refused' })), [
    [null, 'neither'],
    ['c-9', 'no-application'],
  ]);
});
