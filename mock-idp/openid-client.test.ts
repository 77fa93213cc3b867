import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as client from 'openid-client';
import { startMockIdp } from './mock-idp.ts';

/** A client that is not ours and follows the specifications is served without a special case. */
test('a certified client discovers, registers itself and gets a token', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its way to say: plain http, on purpose, on loopback
  const insecure = { execute: [client.allowInsecureRequests] };
  const { clientId, clientSecret } = await view.createAdminClient();
  const admin = await client.discovery(
    new URL(view.issuer),
    clientId,
    undefined,
    client.ClientSecretBasic(clientSecret),
    insecure,
  );
  const { access_token: initialAccessToken } = await client.clientCredentialsGrant(admin, { scope: 'dcr_admin' });
  const own = await client.dynamicClientRegistration(
    new URL(view.issuer),
    { client_name: 'own', grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
    undefined,
    { ...insecure, initialAccessToken },
  );
  const { token_type } = await client.clientCredentialsGrant(own, { scope: 'openid' });
  assert.equal(token_type, 'bearer');
  assert.deepEqual(
    (await view.clients()).map(({ metadata }) => metadata['client_name']),
    ['own'],
  );
});
