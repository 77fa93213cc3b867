import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMockIdp } from '../../../mock-idp/mock-idp.ts';
import { faultNamed } from '../../../mock-idp/faults/index.ts';
import type { AdminClient, IdpView } from '../../../mock-idp/api.ts';
import { ask, askJson } from '../../../mock-idp/testing/client.ts';
import { basicAuthorization } from '../../oauth/basic.ts';
import { startIdp } from './idp.ts';

/** What a product does: metadata, a token, a registration, a read at the address it was given. */
async function registerAt(view: IdpView, { clientId, clientSecret, scope }: AdminClient) {
  const { json: metadata } = await ask(view.discoveryUrl);
  const token = await ask(String(metadata['token_endpoint']), {
    method: 'POST',
    headers: [
      ['Authorization', basicAuthorization(clientId, clientSecret)],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  });
  const answer = await askJson(String(metadata['registration_endpoint']), {
    method: 'POST',
    token: String(token.json['access_token']),
    metadata: { client_name: 'web', redirect_uris: ['https://a.example/cb'] },
  });
  const read = await askJson(String(answer.json['registration_client_uri']), {
    method: 'GET',
    token: String(answer.json['registration_access_token']),
  });
  return { metadata, answer, read };
}

test('the mock in process is an IdP like any other', async () => {
  await using idp = await startIdp({ kind: 'mock', profile: 'gravitee' });
  assert.deepEqual(idp.party, { kind: 'mock', version: 'embedded', mode: 'gravitee' });
  await using view = await idp.view('a');
  const { metadata, read } = await registerAt(view, await view.createAdminClient());
  assert.equal(metadata['issuer'], view.issuer);
  assert.equal(read.status, 200);
  assert.equal((await view.clients())?.length, 1);
  assert.equal(view.exchanges().length, 4);
});

test('a mock that runs somewhere else is driven by its control API, and seen through the recorder here', async () => {
  await using mock = await startMockIdp();
  await using idp = await startIdp({ kind: 'mock', profile: 'strict', controlUrl: mock.origin });
  assert.notEqual(idp.origin, mock.origin);
  const view = await idp.view('story');
  const admin = await view.createAdminClient({ clientId: 'apim', clientSecret: 'a/b=c' });
  const { answer, read, metadata } = await registerAt(view, admin);
  assert.equal(metadata['issuer'], `${idp.origin}/story/story`);
  assert.equal(answer.status, 201);
  assert.equal(read.status, 200);
  assert.equal(read.json['registration_client_uri'], answer.json['registration_client_uri']);
  assert.deepEqual(
    (await view.clients())?.map(({ metadata: held }) => held['client_name']),
    ['web'],
  );
  assert.equal(view.exchanges().length, 4);
  assert.ok(view.exchanges().every(({ upstream }) => upstream?.url.startsWith(`${mock.origin}/story/`)));

  view.arm(faultNamed('client-id-missing'));
  const { answer: broken } = await registerAt(view, admin);
  assert.equal(broken.json['client_id'], undefined);
  view.disarm();

  const token = await view.createInitialAccessToken();
  const { status } = await askJson(String(metadata['registration_endpoint']), {
    method: 'POST',
    token,
    metadata: { redirect_uris: ['https://a.example/cb'] },
  });
  assert.equal(status, 201);
  await view[Symbol.asyncDispose]();
  assert.equal((await ask(`${mock.origin}/_control/views/story`)).status, 404);
});

test('any IdP, with a client that its administrator made, cannot be asked what it holds', async () => {
  await using mock = await startMockIdp();
  const held = await mock.view('theirs');
  const own = await held.createAdminClient();
  const access = { by: 'client-credentials' as const, ...own };
  await using idp = await startIdp({ kind: 'generic', discoveryUrl: held.discoveryUrl, access });
  await using view = await idp.view('s');
  const admin = await view.createAdminClient({ clientId: 'apim', clientSecret: 'never used' });
  assert.deepEqual(admin, own);
  const { read } = await registerAt(view, admin);
  assert.equal(read.status, 200);
  assert.equal(await view.clients(), null);
  assert.equal((await held.clients()).length, 1);
  await assert.rejects(view.createInitialAccessToken(), /--initial-access-token-env/);
});

test('any IdP with an initial access token', async () => {
  const access = { by: 'initial-access-token' as const, token: 'iat-1' };
  await using mock = await startMockIdp();
  const held = await mock.view('theirs');
  await using idp = await startIdp({ kind: 'generic', discoveryUrl: held.discoveryUrl, access });
  await using view = await idp.view('s');
  assert.equal(await view.createInitialAccessToken(), 'iat-1');
  await assert.rejects(view.createAdminClient(), /^Inconclusive: .*--idp-client-id/);
});

test('the recorder can be reached under another address, which is the one that everything names', async () => {
  await using idp = await startIdp({ kind: 'mock', profile: 'strict' }, { publicUrl: 'http://localhost:0' });
  await using view = await idp.view('a');
  assert.match(view.issuer, /^http:\/\/localhost:[1-9]\d*\/a$/);
  const { metadata } = await registerAt(view, await view.createAdminClient());
  assert.equal(metadata['issuer'], view.issuer);
  // The issuer is one string, whatever the host was that the client came by.
  const { json: again } = await ask(view.discoveryUrl.replace('localhost', '127.0.0.1'));
  assert.deepEqual(again, metadata);
});
