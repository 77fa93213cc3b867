import { test } from 'node:test';
import { startMockIdp } from '../../mock-idp/mock-idp.ts';
import { secretReference } from './conformance.ts';
import { testConformance } from './conformance-tests.ts';

const mock = await startMockIdp();
test.after(() => mock[Symbol.asyncDispose]());
const view = await mock.view('conformance', { profile: 'gravitee', rotateRegistrationAccessToken: true });
const { clientId, clientSecret, scope } = await view.createAdminClient();
const { testUser } = view;

testConformance({
  name: 'mock',
  idp: {
    discoveryUrl: view.discoveryUrl,
    adminClientId: clientId,
    adminClientSecret: clientSecret,
    scope,
    count: async () => (await view.clients()).length,
    [Symbol.asyncDispose]: () => mock[Symbol.asyncDispose](),
  },
  args: [
    ...['--client-id', clientId, '--client-secret', secretReference, '--scope', scope, '--profile', 'gravitee'],
    ...['--renew-endpoint', `${view.issuer}/reg/{#client_id}/renew_secret`],
    ...['--user', testUser?.username ?? '', '--password', '${DCRH_USER_PASSWORD}'],
  ],
  secret: clientSecret,
  env: { DCRH_USER_PASSWORD: testUser?.password ?? '' },
  deletes: true,
});
