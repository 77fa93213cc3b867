import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive, UsageError } from '../src/errors.ts';
import { basicAuthorization } from '../src/oauth/basic.ts';
import type { IdpProfile } from './api.ts';
import { startMockIdp } from './mock-idp.ts';
import { ask, askJson, askToken, register, valueOf, webClient, type Answered } from './testing/client.ts';
import { readdressed, recordedRequests } from './testing/apim-har.ts';

const member = (answer: Answered, name: string) => String(answer.json[name]);

test('discovery announces addresses below the issuer, whatever the view is called', async () => {
  await using idp = await startMockIdp();
  for (const name of ['t-3f2a', 'reg']) {
    const view = await idp.view(name);
    assert.equal(view.issuer, `${idp.origin}/${name}`);
    const { status, json } = await ask(view.discoveryUrl);
    assert.equal(status, 200);
    assert.equal(json['issuer'], view.issuer);
    assert.equal(json['token_endpoint'], `${view.issuer}/token`);
    assert.equal(json['registration_endpoint'], `${view.issuer}/reg`);
    const registered = await register(view, webClient);
    assert.equal(
      member(registered, 'registration_client_uri'),
      `${view.issuer}/reg/${member(registered, 'client_id')}`,
    );
  }
});

test('the provider prints no development notices', async (t) => {
  const printed = (['info', 'warn', 'error'] as const).map((level) => t.mock.method(console, level));
  await using idp = await startMockIdp();
  const view = await idp.view('quiet', { profile: 'gravitee' });
  await ask(view.discoveryUrl);
  await register(view, webClient);
  await ask(`${view.issuer}/auth?client_id=none`, { headers: [['Accept', 'text/html']] });
  assert.deepEqual(
    printed.flatMap(({ mock }) => mock.calls.map((call) => String(call.arguments[0]))),
    [],
  );
});

const raw = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

for (const [secret, rawStatus] of [
  ['s/cr=t', 200],
  ['a b&c:d?e#f@g', 200],
  ['p+q', 401],
  ['a%41', 401],
  ['50%', 400],
] as const)
  test(`the secret ${secret}: form-encoded it is taken, raw it gets ${rawStatus}`, async () => {
    await using idp = await startMockIdp();
    const view = await idp.view('basic');
    const { clientId } = await view.createAdminClient({ clientId: 'apim', clientSecret: secret });
    assert.equal((await askToken(view, basicAuthorization(clientId, secret))).status, 200);
    assert.equal((await askToken(view, raw(clientId, secret))).status, rawStatus);
  });

test('an admin client that the protocol does not allow is refused and not kept', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  await assert.rejects(view.createAdminClient({ clientId: 'x', clientSecret: 'sécret' }), UsageError);
  assert.equal((await askToken(view, basicAuthorization('x', 'sécret'))).status, 400);
  assert.deepEqual(await view.clients(), []);
});

test('registration is open to the admin scope and to an initial access token, and to nobody else', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  const { clientId, clientSecret } = await view.createAdminClient();
  const authorization = basicAuthorization(clientId, clientSecret);
  const tokenFor = async (scope: string) => member(await askToken(view, authorization, scope), 'access_token');
  const post = (token?: string) =>
    askJson(`${view.issuer}/reg`, { method: 'POST', metadata: webClient, ...(token !== undefined && { token }) });

  assert.equal((await post(await tokenFor('dcr_admin'))).status, 201);
  const initial = await view.createInitialAccessToken();
  for (let use = 1; use <= 2; use++) assert.equal((await post(initial)).status, 201);

  const challenges: [string | undefined, number, string][] = [
    [undefined, 401, `Bearer realm="${view.issuer}"`],
    ['unknown', 401, 'error="invalid_token", error_description="invalid token provided"'],
    [
      await tokenFor('openid'),
      403,
      'error="insufficient_scope", error_description="the access token lacks the scope dcr_admin", scope="dcr_admin"',
    ],
  ];
  for (const [token, status, challenge] of challenges) {
    const answer = await post(token);
    assert.equal(answer.status, status);
    assert.ok(valueOf(answer, 'WWW-Authenticate')?.endsWith(challenge) ?? false, valueOf(answer, 'WWW-Authenticate'));
    assert.equal(valueOf(answer, 'Cache-Control'), 'no-store');
  }
  assert.equal((await view.clients()).length, 3);
});

test('an access token opens the registration endpoint again and again', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  await register(view, webClient);
  const sent = view.exchanges().find(({ request }) => request.url.endsWith('/reg'));
  const token = /Bearer (.*)/.exec(valueOf({ headers: sent?.request.headers ?? [] }, 'Authorization') ?? '')?.[1] ?? '';
  assert.equal((await askJson(`${view.issuer}/reg`, { method: 'POST', token, metadata: webClient })).status, 201);
  assert.equal(
    (await askJson(`${view.issuer}/reg`, { method: 'POST', token: `${token}x`, metadata: webClient })).status,
    401,
  );
});

test('another admin scope can be chosen', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v', { adminScope: 'register' });
  const admin = await view.createAdminClient();
  assert.equal(admin.scope, 'register');
  const token = member(
    await askToken(view, basicAuthorization(admin.clientId, admin.clientSecret), 'register'),
    'access_token',
  );
  assert.equal((await askJson(`${view.issuer}/reg`, { method: 'POST', token, metadata: webClient })).status, 201);
});

const registrations = recordedRequests.filter(
  ({ request }) => request.method === 'POST' && request.url.endsWith('/reg'),
);

for (const [profile, types] of [
  ['gravitee', { backend_to_backend: 201, browser: 201, web: 201, native: 201, BACKEND_TO_BACKEND: 201 }],
  ['strict', { backend_to_backend: 400, browser: 400, web: 201, native: 201, BACKEND_TO_BACKEND: 400 }],
] as const satisfies [IdpProfile, Record<string, number>][])
  for (const [type, status] of Object.entries(types))
    test(`${profile}: the recorded registration of ${type} gets ${status}`, async () => {
      await using idp = await startMockIdp();
      const view = await idp.view('v', { profile });
      const recorded = registrations.find(({ request }) =>
        request.postData?.text.includes(`"application_type":"${type}"`),
      );
      assert.ok(recorded?.request.postData !== undefined);
      const { headers, postData } = recorded.request;
      const { clientId, clientSecret } = await view.createAdminClient();
      const token = member(await askToken(view, basicAuthorization(clientId, clientSecret)), 'access_token');
      const sent = readdressed(headers, new URL(idp.origin).host, `Bearer ${token}`);
      const answer = await ask(`${view.issuer}/reg`, { method: 'POST', headers: sent, body: postData.text });

      assert.equal(answer.status, status);
      if (status === 201) assert.equal(answer.json['application_type'], type);
      else assert.equal(answer.json['error'], 'invalid_client_metadata');
      const exchange = view.exchanges().at(-1);
      assert.deepEqual(exchange?.request.headers, sent);
      assert.equal(exchange.request.body.toString(), postData.text);
      const held = (await view.clients()).map(({ metadata }) => metadata['application_type']);
      assert.deepEqual(held, status === 201 ? [type] : []);
    });

const machine = { grant_types: ['client_credentials'], response_types: [] };

for (const [says, metadata, strict, gravitee] of [
  ['a machine client with no redirect URI', { ...machine, redirect_uris: [] }, 201, 201],
  ['a machine client without the member redirect_uris', machine, 201, 400],
  ['a machine client with redirect_uris null', { ...machine, redirect_uris: null }, 400, 201],
  ['a web client without the member redirect_uris', { response_types: ['code'] }, 400, 400],
  ['scope as an array', { ...webClient, scope: ['openid'] }, 400, 400],
] as const)
  test(`${says}: strict ${strict}, gravitee ${gravitee}`, async () => {
    await using idp = await startMockIdp();
    for (const [profile, status] of [
      ['strict', strict],
      ['gravitee', gravitee],
    ] as const) {
      const answer = await register(await idp.view(profile, { profile }), metadata);
      assert.equal(answer.status, status, answer.body.toString());
      if (status === 400 && !('scope' in metadata)) assert.equal(answer.json['error'], 'invalid_redirect_uri');
    }
  });

/** A registered client with what is needed to manage it. */
async function managed(options: Parameters<Awaited<ReturnType<typeof startMockIdp>>['view']>[1]) {
  const idp = await startMockIdp();
  const view = await idp.view('v', options);
  const { json } = await register(view, {
    ...machine,
    redirect_uris: [],
    application_type: 'backend_to_backend',
    client_name: 'a',
  });
  const text = (name: string) => String(json[name]);
  return {
    view,
    id: text('client_id'),
    secret: text('client_secret'),
    uri: text('registration_client_uri'),
    token: text('registration_access_token'),
    [Symbol.asyncDispose]: () => idp[Symbol.asyncDispose](),
  };
}

test('a client can be read, updated and deleted with its registration access token', async () => {
  await using client = await managed({ profile: 'gravitee' });
  const { uri, id, token } = client;
  const read = await askJson(uri, { method: 'GET', token });
  assert.deepEqual(
    [read.status, read.json['application_type'], read.json['client_name']],
    [200, 'backend_to_backend', 'a'],
  );
  const metadata = { ...machine, redirect_uris: [], application_type: 'browser', client_name: 'b', client_id: id };
  const updated = await askJson(uri, { method: 'PUT', token, metadata });
  assert.deepEqual(
    [updated.status, updated.json['application_type'], updated.json['client_name']],
    [200, 'browser', 'b'],
  );
  assert.equal(updated.json['registration_access_token'], token);
  const withNull = await askJson(uri, { method: 'PUT', token, metadata: { ...metadata, client_id: null } });
  assert.equal(withNull.status, 400);
  assert.equal((await askJson(uri, { method: 'DELETE', token })).status, 204);
  assert.equal((await askJson(uri, { method: 'GET', token })).status, 401);
  assert.deepEqual(await client.view.clients(), []);
});

test('with rotation every update gives another token, and the old one is dead', async () => {
  await using client = await managed({ profile: 'gravitee', rotateRegistrationAccessToken: true });
  const { uri, id, token } = client;
  const metadata = { ...machine, redirect_uris: [], client_name: 'b', client_id: id };
  const updated = await askJson(uri, { method: 'PUT', token, metadata });
  const next = member(updated, 'registration_access_token');
  assert.notEqual(next, token);
  assert.equal((await askJson(uri, { method: 'PUT', token, metadata })).status, 401);
  assert.equal((await askJson(uri, { method: 'PUT', token: next, metadata })).status, 200);
});

for (const rotate of [false, true])
  test(`renewal gives a new secret at once${rotate ? ' and, with rotation, a new token' : ''}`, async () => {
    await using client = await managed({ profile: 'gravitee', rotateRegistrationAccessToken: rotate });
    const { view, uri, id, secret, token } = client;
    const renewed = await askJson(`${uri}/renew_secret`, { method: 'POST', token });
    assert.equal(renewed.status, 200);
    assert.equal(valueOf(renewed, 'Cache-Control'), 'no-store');
    assert.equal(renewed.json['application_type'], 'backend_to_backend');
    assert.equal(renewed.json['registration_client_uri'], uri);
    assert.equal(renewed.json['registration_access_token'] !== token, rotate);
    assert.equal((await askToken(view, basicAuthorization(id, secret), 'openid')).status, 401);
    assert.equal(
      (await askToken(view, basicAuthorization(id, member(renewed, 'client_secret')), 'openid')).status,
      200,
    );
    const next = member(renewed, 'registration_access_token');
    assert.equal((await askJson(uri, { method: 'GET', token: next })).status, 200);
    assert.equal((await askJson(uri, { method: 'GET', token })).status, rotate ? 401 : 200);
  });

test('renewal needs the client’s own token; another client’s is revoked by the attempt', async () => {
  await using client = await managed({ profile: 'gravitee' });
  const { view, uri, id, secret } = client;
  const other = await register(view, webClient);
  const otherToken = member(other, 'registration_access_token');
  for (const token of [undefined, 'unknown', otherToken]) {
    const refused = await askJson(`${uri}/renew_secret`, { method: 'POST', ...(token !== undefined && { token }) });
    assert.equal(refused.status, 401);
    assert.match(valueOf(refused, 'WWW-Authenticate') ?? '', /^Bearer realm=/);
  }
  assert.equal(
    (await askJson(member(other, 'registration_client_uri'), { method: 'GET', token: otherToken })).status,
    401,
  );
  assert.equal((await askToken(view, basicAuthorization(id, secret), 'openid')).status, 200);
});

test('a public client has no secret to renew', async () => {
  await using idp = await startMockIdp();
  const { json } = await register(await idp.view('v'), { ...webClient, token_endpoint_auth_method: 'none' });
  const token = String(json['registration_access_token']);
  const refused = await askJson(`${String(json['registration_client_uri'])}/renew_secret`, { method: 'POST', token });
  assert.deepEqual([refused.status, refused.json['error']], [400, 'invalid_request']);
});

test('two views share nothing', async () => {
  await using idp = await startMockIdp();
  const one = await idp.view('one');
  const two = await idp.view('two');
  const { json } = await register(one, webClient);
  const uri = String(json['registration_client_uri']).replace('/one/', '/two/');
  assert.equal((await askJson(uri, { method: 'GET', token: String(json['registration_access_token']) })).status, 401);
  assert.equal(two.exchanges().length, 1);
  assert.equal((await one.clients()).length, 1);
  assert.deepEqual(await two.clients(), []);
  const token = await one.createInitialAccessToken();
  assert.equal((await askJson(`${two.issuer}/reg`, { method: 'POST', token, metadata: webClient })).status, 401);
});

test('a name is taken while its view lives, and free afterwards', async () => {
  await using idp = await startMockIdp();
  const first = await idp.view('v');
  await assert.rejects(idp.view('v'), /live view "v" already/);
  await ask(first.discoveryUrl);
  const waiting = assert.rejects(
    first.waitForExchange('a registration', () => false),
    Inconclusive,
  );
  await first[Symbol.asyncDispose]();
  await waiting;
  assert.equal((await ask(first.discoveryUrl)).status, 404);
  const second = await idp.view('v');
  await first[Symbol.asyncDispose]();
  assert.equal((await ask(second.discoveryUrl)).status, 200);
  assert.equal(second.exchanges().length, 1);
});

for (const name of ['', '_control', '.well-known', 'a/b', 'a b', 'x'.repeat(101)])
  test(`"${name.slice(0, 12)}" cannot name a view`, async () => {
    await using idp = await startMockIdp();
    await assert.rejects(idp.view(name), UsageError);
  });

test('waiting for an exchange ends by the event, or by a sentence', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  const registration = view.waitForExchange('the registration', ({ request }) => request.url.endsWith('/reg'));
  await register(view, webClient);
  assert.equal((await registration).response.status, 201);
  await assert.rejects(
    view.waitForExchange('a deletion', ({ request }) => request.method === 'DELETE', 5),
    /Not seen within 5 ms: a deletion\. Requests that reached the IdP: 2, the latest: POST \/v\/token → 200, POST \/v\/reg → 201\./,
  );
});
