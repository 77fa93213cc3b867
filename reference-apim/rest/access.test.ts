import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultUsers, type RunningReferenceApim } from '../api.ts';
import { startReferenceApim } from '../reference-apim.ts';
import { environment, portal, providers, restCaller } from '../testing/rest-caller.ts';

const forbidden = {
  message: 'You do not have sufficient rights to access this resource',
  technicalCode: 'forbidden',
  http_status: 403,
};

const idOf = (body: unknown) => (body as { id: string }).id;
const simple = { name: 'mine', description: 'd', settings: { app: { client_id: 'abc' } } };

test('nobody gets 401 without a body', async () => {
  await using apim = await startReferenceApim();
  const call = restCaller(apim, null);
  for (const path of [`${environment}/settings`, providers, `${environment}/applications`, `${portal}/user`]) {
    const answer = await call('GET', path);
    assert.deepEqual([answer.status, answer.body], [401, ''], path);
  }
});

test('a plain user may not see or change settings and providers', async () => {
  await using apim = await startReferenceApim();
  const call = restCaller(apim, defaultUsers.user);
  for (const [method, path] of [
    ['GET', `${environment}/settings`],
    ['POST', `${environment}/settings`],
    ['GET', providers],
    ['POST', providers],
    ['DELETE', `${providers}/any`],
  ] as const) {
    const answer = await call(method, path, method === 'POST' ? {} : undefined);
    assert.equal(answer.status, 403, `${method} ${path}`);
    assert.deepEqual(answer.body, forbidden);
  }
});

test('a user sees only his own applications, an administrator of the Console all of them', async () => {
  await using apim = await startReferenceApim();
  const [admin, user] = [restCaller(apim), restCaller(apim, defaultUsers.user)];
  const made = await admin('POST', `${environment}/applications`, simple);
  assert.equal(made.status, 201);
  const path = `applications/${idOf(made.body)}`;
  const other = await user('POST', `${portal}/applications`, { ...simple, settings: { app: {} } });

  assert.deepEqual((await user('GET', `${environment}/${path}`)).body, forbidden);
  assert.equal((await user('PUT', `${environment}/${path}`, simple)).status, 403);
  assert.equal((await user('DELETE', `${portal}/${path}`)).status, 403);
  assert.equal((await user('POST', `${portal}/${path}/_renew_secret`)).status, 403);
  const names = async (call: typeof user, list: string) =>
    ((await call('GET', list)).body as { data: { id: string }[] }).data.map(({ id }) => id);
  assert.deepEqual(await names(user, `${portal}/applications`), [idOf(other.body)]);
  assert.deepEqual(await names(admin, `${portal}/applications`), [idOf(made.body)]);
  assert.equal((await names(admin, `${environment}/applications/_paged`)).length, 2);
});

test('errors of the Portal are in its own shape', async () => {
  await using apim = await startReferenceApim({ mode: 'correct' });
  const missing = await restCaller(apim)('GET', `${portal}/applications/none`);
  assert.equal(missing.status, 404);
  assert.deepEqual(missing.body, {
    errors: [
      {
        status: '404',
        message: 'Application [none] cannot be found.',
        code: 'errors.application.notFound',
        parameters: { application: 'none' },
      },
    ],
  });
});

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

async function browserLogin(apim: RunningReferenceApim) {
  const basic = Buffer.from('admin:admin').toString('base64');
  const response = await fetch(`${apim.managementUrl}/organizations/DEFAULT/user/login`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
  });
  const session = response.headers.getSetCookie().find((line) => line.startsWith('Auth-Graviteeio-APIM='));
  const cookie = cookiesOf(response).join('; ');
  return {
    session,
    cookie,
    token: response.headers.get('x-xsrf-token') ?? '',
    body: (await response.json()) as object,
  };
}

test('a login sets the session cookie, with which a browser needs the token against forgery', async () => {
  await using apim = await startReferenceApim();
  const { session, cookie, token, body } = await browserLogin(apim);
  assert.match(
    session ?? '',
    /^Auth-Graviteeio-APIM=Bearer%20[\w-]+\.[\w-]+\.[\w-]+; Path=\/; HttpOnly; Max-Age=604800$/,
  );
  assert.deepEqual(Object.keys(body), ['type', 'token']);

  const url = `${apim.managementUrl}/organizations/DEFAULT/environments/DEFAULT/applications`;
  const post = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', headers: { cookie, ...headers }, body: JSON.stringify(simple) });
  assert.equal((await post({})).status, 403);
  assert.equal((await post({ 'x-xsrf-token': 'guess' })).status, 403);
  assert.equal((await post({ 'x-xsrf-token': token })).status, 201);
  assert.equal((await fetch(url, { headers: { cookie } })).status, 200);
});

test('wrong credentials end the session', async () => {
  await using apim = await startReferenceApim();
  const response = await fetch(`${apim.portalApiUrl}/environments/DEFAULT/user`, {
    headers: { cookie: 'Auth-Graviteeio-APIM=Bearer%20a.b.c' },
  });
  assert.equal(response.status, 401);
  assert.ok(response.headers.getSetCookie().some((line) => /^Auth-Graviteeio-APIM=;.*Max-Age=0/.test(line)));
});

test('a bearer token of one login works in both REST APIs', async () => {
  await using apim = await startReferenceApim();
  const { token } = (await browserLogin(apim)).body as { token: string };
  for (const url of [
    `${apim.managementUrl}/organizations/DEFAULT/user`,
    `${apim.portalApiUrl}/environments/DEFAULT/user`,
  ])
    assert.equal((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status, 200);
});
