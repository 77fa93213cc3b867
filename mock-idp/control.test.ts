import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf } from '../src/recording/body.ts';
import { startMockIdp } from './mock-idp.ts';
import { ask, askJson, register, webClient, type Answered } from './testing/client.ts';

async function startControl() {
  const idp = await startMockIdp();
  const call = (method: string, path: string, metadata?: object) =>
    askJson(`${idp.origin}/_control${path}`, { method, ...(metadata !== undefined && { metadata }) });
  return { idp, call, [Symbol.asyncDispose]: () => idp[Symbol.asyncDispose]() };
}

const listOf = ({ body }: Answered) => jsonOf(body.toString()) as unknown[];

test('a view is made, listed, described and ended', async () => {
  await using control = await startControl();
  const { idp, call } = control;
  const made = await call('POST', '/views', { name: 'v', profile: 'gravitee', rotateRegistrationAccessToken: true });
  const described = {
    name: 'v',
    issuer: `${idp.origin}/v`,
    discoveryUrl: `${idp.origin}/v/.well-known/openid-configuration`,
    profile: 'gravitee',
    faults: [],
  };
  assert.deepEqual([made.status, made.json], [201, described]);
  assert.deepEqual(listOf(await call('GET', '/views')), [described]);
  assert.deepEqual((await call('GET', '/views/v')).json, described);
  assert.equal((await call('DELETE', '/views/v')).status, 204);
  assert.deepEqual(listOf(await call('GET', '/views')), []);
  assert.equal((await ask(described.discoveryUrl)).status, 404);
});

test('exchanges and clients are given without a secret in the clear, the same mark for the same secret', async () => {
  await using control = await startControl();
  const { idp, call } = control;
  const view = await idp.view('v', { profile: 'gravitee' });
  const made = await call('POST', '/views/v/admin-clients', { clientId: 'apim', clientSecret: 'admin-secret-1' });
  assert.deepEqual(made.json, { clientId: 'apim', clientSecret: 'admin-secret-1', scope: 'dcr_admin' });
  const { json } = await register(view, webClient, { clientId: 'apim', clientSecret: 'admin-secret-1', scope: '' });

  const exchanges = (await call('GET', '/views/v/exchanges')).body.toString();
  const clients = (await call('GET', '/views/v/clients')).body.toString();
  for (const secret of ['admin-secret-1', String(json['client_secret']), String(json['registration_access_token'])]) {
    assert.ok(!exchanges.includes(secret));
    assert.ok(!clients.includes(secret));
  }
  const mark = /"client_secret":"(\[secret:[0-9a-f]+\])"/.exec(clients)?.[1];
  assert.ok(mark !== undefined && exchanges.includes(mark));
  assert.ok(clients.includes(String(json['client_id'])));
  assert.ok(!clients.includes('apim'));
});

test('control requests are in no recording', async () => {
  await using control = await startControl();
  const view = await control.idp.view('v');
  await control.call('GET', '/views/v/exchanges');
  assert.deepEqual(view.exchanges(), []);
});

test('an initial access token can be had', async () => {
  await using control = await startControl();
  const view = await control.idp.view('v');
  const { status, json } = await control.call('POST', '/views/v/initial-access-tokens');
  assert.equal(status, 201);
  const token = String(json['token']);
  const registered = await askJson(`${view.issuer}/reg`, { method: 'POST', token, metadata: webClient });
  assert.equal(registered.status, 201);
});

test('faults are listed, armed by name and taken away', async () => {
  await using control = await startControl();
  const { call } = control;
  const view = await control.idp.view('v');
  assert.ok(listOf(await call('GET', '/faults')).length >= 15);
  const armed = await call('POST', '/views/v/faults', { names: ['issuer-mismatch', 'token-missing'] });
  assert.deepEqual(armed.json['faults'], ['issuer-mismatch', 'token-missing']);
  assert.equal((await ask(view.discoveryUrl)).json['issuer'], 'https://evil.example');
  assert.equal((await call('DELETE', '/views/v/faults')).status, 204);
  assert.equal((await ask(view.discoveryUrl)).json['issuer'], view.issuer);
});

for (const [method, path, metadata, status, sentence] of [
  ['POST', '/views', { name: 'v' }, 400, /^There is a live view "v" already/],
  ['POST', '/views', { name: 'a/b' }, 400, /^"a\/b" cannot name a view/],
  ['POST', '/views', {}, 400, /takes: name: Invalid input: expected string, received undefined\.$/],
  ['POST', '/views', { name: 'w', profil: 'strict' }, 400, /body: Unrecognized key: "profil"\.$/],
  [
    'POST',
    '/views',
    { name: 'w', profile: 'lax' },
    400,
    /profile: Invalid option: expected one of "strict"\|"gravitee"\.$/,
  ],
  ['POST', '/views', { name: 'w', adminScope: 'a b' }, 400, /adminScope: is not one scope \(RFC 6749 §3\.3\)\.$/],
  ['POST', '/views/v/faults', { names: ['nope'] }, 400, /^There is no fault "nope"\. Nearest: \S+, /],
  [
    'POST',
    '/views/v/admin-clients',
    { clientSecret: 'é' },
    400,
    /takes no such admin client: invalid client_secret value/,
  ],
  ['GET', '/views/other', undefined, 404, /^There is no live view "other"\. Live views: v\.$/],
  ['GET', '/nothing', undefined, 404, /^Nothing answers GET \/_control\/nothing\. Live views: v\.$/],
] as const)
  test(`${method} ${path} ${metadata === undefined ? '' : JSON.stringify(metadata)} is refused in one sentence`, async () => {
    await using control = await startControl();
    await control.idp.view('v');
    const answer = await control.call(method, path, metadata);
    assert.equal(answer.status, status);
    assert.match(String(answer.json['error']), sentence);
  });

test('a body that is not JSON is refused in one sentence', async () => {
  await using control = await startControl();
  const answer = await ask(`${control.idp.origin}/_control/views`, { method: 'POST', body: 'name=v' });
  assert.deepEqual([answer.status, answer.json['error']], [400, 'The body is not JSON; send one JSON object.']);
});

test('a request to no view is told which ones live', async () => {
  await using control = await startControl();
  await control.idp.view('v');
  const answer = await ask(`${control.idp.origin}/elsewhere/token`);
  assert.deepEqual(
    [answer.status, answer.json['error']],
    [404, 'Nothing answers GET /elsewhere/token. Live views: v.'],
  );
});
