import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basicAuthorization } from '../../src/oauth/basic.ts';
import { startMockIdp } from '../mock-idp.ts';
import { askToken, register } from '../testing/client.ts';

const backEnd = {
  client_name: 'back end',
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
};

for (const profile of ['strict', 'gravitee'] as const) {
  test(`${profile}: nobody registers with the scope of an administrator`, async () => {
    await using idp = await startMockIdp();
    const view = await idp.view('scope', { profile });
    const { status, json } = await register(view, { ...backEnd, scope: 'openid dcr_admin' });
    assert.equal(status, 400);
    assert.equal(json['error'], 'invalid_client_metadata');
    assert.deepEqual(await view.clients(), []);
  });

  test(`${profile}: a registered client is given a token, but none with that scope`, async () => {
    await using idp = await startMockIdp();
    const view = await idp.view('scope', { profile });
    const { json: client } = await register(view, backEnd);
    const authorization = basicAuthorization(String(client['client_id']), String(client['client_secret']));
    const { status, json } = await askToken(view, authorization, 'openid dcr_admin');
    assert.equal(status, 400);
    assert.equal(json['error'], 'invalid_scope');
    assert.equal(json['access_token'], undefined);
    assert.equal((await askToken(view, authorization, 'openid')).status, 200);
  });
}
