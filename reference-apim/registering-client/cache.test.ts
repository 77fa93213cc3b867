import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { newClientCache } from './cache.ts';
import type { IdpClient } from './idp-client.ts';

const client: IdpClient = {
  endpoints: { registration: undefined, token: undefined, tokenAuthMethods: undefined },
  access: { kind: 'static', token: '' },
  send: () => Promise.reject(new Error('not asked')),
  sendForToken: () => Promise.reject(new Error('not asked')),
};

test('an entry lives for five minutes after it was written, however often it is read', (t) => {
  mock.timers.enable({ apis: ['Date'] });
  t.after(() => mock.timers.reset());
  const cache = newClientCache();
  cache.put('p', client);
  mock.timers.tick(4 * 60_000);
  assert.equal(cache.get('p'), client);
  mock.timers.tick(60_000);
  assert.equal(cache.get('p'), undefined);
});
