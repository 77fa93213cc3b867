import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hidden, revealed } from './write-only.ts';

const provider = {
  name: 'Mock',
  client_secret: 's3cret',
  scopes: ['a'],
  trust_store: { type: 'PKCS12', password: 'p' },
};

test('shows no secret, on no level, and everything else', () => {
  assert.deepEqual(hidden(provider), {
    ...provider,
    client_secret: '********',
    trust_store: { type: 'PKCS12', password: '********' },
  });
});

test('what comes back as it was shown is as it was; what was typed is new', () => {
  assert.deepEqual(revealed(hidden(provider), provider), provider);
  assert.equal(revealed({ ...hidden(provider), client_secret: 'new' }, provider).client_secret, 'new');
});
