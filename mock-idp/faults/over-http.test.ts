import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basicAuthorization } from '../../src/oauth/basic.ts';
import type { MockIdpView } from '../api.ts';
import { startMockIdp } from '../mock-idp.ts';
import { ask, askJson, askToken, register, valueOf, webClient } from '../testing/client.ts';
import { startViews } from '../testing/views.ts';
import { defineFault, withDelay } from './define.ts';
import { faultNamed } from './index.ts';

const openView = await startViews();

const faultsOfLast = (view: MockIdpView) => view.exchanges().at(-1)?.faults;

test('a member of discovery is changed, and only while the fault is armed', async () => {
  await using view = await openView();
  view.arm(faultNamed('issuer-mismatch'), faultNamed('registration-endpoint-missing'));
  const { json } = await ask(view.discoveryUrl);
  assert.equal(json['issuer'], 'https://evil.example');
  assert.ok(!('registration_endpoint' in json));
  assert.deepEqual(faultsOfLast(view), ['issuer-mismatch', 'registration-endpoint-missing']);
  view.disarm();
  assert.equal((await ask(view.discoveryUrl)).json['issuer'], view.issuer);
  assert.deepEqual(faultsOfLast(view), []);
});

test('a fault touches its own endpoint and its own view only', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  const other = await idp.view('other');
  view.arm(faultNamed('client-id-missing'));
  assert.equal((await ask(view.discoveryUrl)).json['issuer'], view.issuer);
  assert.ok('client_id' in (await register(other, webClient)).json);
  const { status, json } = await register(view, webClient);
  assert.equal(status, 201);
  assert.ok(!('client_id' in json));
  assert.equal((await view.clients()).length, 1);
});

test('a refusal leaves no client behind', async () => {
  await using view = await openView();
  view.arm(faultNamed('invalid-redirect-uri'));
  const { status, json } = await register(view, webClient);
  assert.deepEqual([status, json['error']], [400, 'invalid_redirect_uri']);
  assert.deepEqual(await view.clients(), []);
});

test('an outage has its header, a page its type', async () => {
  await using view = await openView();
  view.arm(faultNamed('unavailable-503'));
  const outage = await register(view, webClient);
  assert.deepEqual([outage.status, valueOf(outage, 'Retry-After')], [503, '30']);
  view.disarm();
  view.arm(faultNamed('discovery-html'));
  const page = await ask(view.discoveryUrl);
  assert.deepEqual([page.status, valueOf(page, 'Content-Type')], [200, 'text/html; charset=utf-8']);
  assert.match(page.body.toString(), /^<!doctype html>/);
});

test('what a client sends after 303 to another origin is seen in the same view, and answered', async () => {
  await using view = await openView();
  view.arm(faultNamed('see-other-elsewhere'));
  const { status, ...answer } = await register(view, webClient);
  const location = valueOf(answer, 'Location') ?? '';
  assert.equal(status, 303);
  assert.equal(location, `${view.issuer.replace('127.0.0.1', 'localhost')}/reg?redirected=303`);
  const followed = view.waitForExchange('the request after 303', ({ request }) => request.url === location);
  const landed = await askJson(location, { method: 'GET', token: 'leaked' });
  assert.deepEqual([landed.status, landed.json['client_id']], [200, 'client-after-a-redirect']);
  const { request } = await followed;
  assert.equal(valueOf(request, 'Authorization'), 'Bearer leaked');
});

test('an answer that never comes does not hold up the end of the mock', async () => {
  const idp = await startMockIdp();
  const view = await idp.view('v');
  const { promise: asked, resolve } = Promise.withResolvers<undefined>();
  const tell = defineFault({
    name: 'tell',
    says: '',
    at: 'discovery',
    change(answer) {
      resolve(undefined);
      return answer;
    },
  });
  view.arm(faultNamed('discovery-never'), tell);
  const unanswered = assert.rejects(ask(view.discoveryUrl), /socket hang up|ECONNRESET/);
  await asked;
  await idp[Symbol.asyncDispose]();
  await unanswered;
});

test('a redirect that keeps the method leads to the IdP', async () => {
  await using view = await openView();
  const token = await view.createInitialAccessToken();
  view.arm(faultNamed('registration-redirect-307-same'));
  const registration = { method: 'POST', token, metadata: webClient };
  const answer = await askJson(`${view.issuer}/reg`, registration);
  const location = valueOf(answer, 'Location') ?? '';
  assert.deepEqual([answer.status, location], [307, `${view.issuer}/reg?redirected=307`]);
  assert.equal((await askJson(location, registration)).status, 201);
  assert.deepEqual(
    view.exchanges().map(({ faults: names }) => names),
    [['registration-redirect-307-same'], []],
  );
});

test('an outage that says when it ends counts from its own date', async () => {
  await using view = await openView();
  view.arm(faultNamed('discovery-503-retry-after-date'));
  const { status, ...answer } = await ask(view.discoveryUrl);
  const [date = '', until = ''] = ['Date', 'Retry-After'].map((name) => valueOf(answer, name));
  assert.deepEqual([status, Date.parse(until) - Date.parse(date)], [503, 30_000]);
});

test('an outage of one request is over with the second', async () => {
  await using view = await openView();
  view.arm(faultNamed('discovery-503-once'));
  const statuses = [await ask(view.discoveryUrl), await ask(view.discoveryUrl)].map(({ status }) => status);
  assert.deepEqual(statuses, [503, 200]);
  assert.deepEqual(
    view.exchanges().map(({ faults: names }) => names),
    [['discovery-503-once'], []],
  );
});

test('a fault of deletions leaves other requests alone', async () => {
  await using view = await openView();
  const { json } = await register(view, webClient);
  const uri = String(json['registration_client_uri']);
  const token = String(json['registration_access_token']);
  view.arm(faultNamed('delete-not-allowed'));
  assert.equal((await askJson(uri, { method: 'GET', token })).status, 200);
  const refused = await askJson(uri, { method: 'DELETE', token });
  assert.deepEqual([refused.status, valueOf(refused, 'Allow'), refused.body.length], [405, 'GET, PUT', 0]);
  assert.equal(valueOf(refused, 'Content-Type'), undefined);
});

test('headers are taken away and added', async () => {
  await using view = await openView();
  view.arm(faultNamed('discovery-content-type-missing'), faultNamed('discovery-set-cookie'));
  const answer = await ask(view.discoveryUrl);
  assert.equal(valueOf(answer, 'Content-Type'), undefined);
  assert.match(valueOf(answer, 'Set-Cookie') ?? '', /^visit=/);
  assert.equal(answer.json['issuer'], view.issuer);
});

test('a cut answer leaves the client at the IdP', async () => {
  await using view = await openView();
  for (const [name, delivery] of [
    ['cut-head', 'none'],
    ['cut-body', 'cut'],
  ] as const) {
    view.disarm();
    view.arm(faultNamed(name));
    await assert.rejects(register(view, webClient));
    const { response } = await view.waitForExchange(name, ({ faults: [fault] }) => fault === name);
    assert.equal(response.delivery, delivery);
  }
  assert.equal((await view.clients()).length, 2);
});

test('a slow answer comes late and whole', async () => {
  await using view = await openView();
  view.arm(withDelay(faultNamed('token-slow'), 50));
  const { clientId, clientSecret } = await view.createAdminClient();
  const { status } = await askToken(view, basicAuthorization(clientId, clientSecret));
  assert.equal(status, 200);
  const [exchange] = view.exchanges();
  assert.ok(exchange !== undefined && exchange.endedAt - exchange.startedAt >= 49);
});

test('management and renewal can be disturbed', async () => {
  await using view = await openView();
  const { json } = await register(view, webClient);
  const uri = String(json['registration_client_uri']);
  const token = String(json['registration_access_token']);
  view.arm(faultNamed('update-refused'), faultNamed('renewal-partial'));
  assert.equal((await askJson(uri, { method: 'GET', token })).status, 403);
  const renewed = await askJson(`${uri}/renew_secret`, { method: 'POST', token });
  assert.deepEqual(Object.keys(renewed.json).sort(), ['client_id', 'client_secret', 'client_secret_expires_at']);
});
