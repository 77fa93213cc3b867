import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../src/errors.ts';
import { objectOf } from '../../src/recording/body.ts';
import { elsewhere, linkLocal, marked, overHttp, redirectedFrom, relative } from './addresses.ts';
import { html, redirect } from './answers.ts';
import { asLatin1, asUtf16 } from './bytes.ts';
import { inTurn, mapMember, onlyMembers, status, withMembers } from './change.ts';
import { defineFault, defineFaults, onlyFirst, withDelay, withPace } from './define.ts';
import type { Answer } from './fault.ts';
import { faultNamed, faults } from './index.ts';

const url = 'https://127.0.0.1:4000/v/reg';

/** An answer that has every member that a fault looks for, and a status that none gives. */
const full: Answer = {
  status: 299,
  headers: [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Date', 'Tue, 14 Nov 2023 22:13:20 GMT'],
  ],
  body: {
    issuer: 'https://127.0.0.1:4000/v',
    token_endpoint: 'https://127.0.0.1:4000/v/token',
    registration_endpoint: url,
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    access_token: 'a',
    token_type: 'Bearer',
    expires_in: 600,
    scope: 'openid dcr_admin',
    client_id: 'c',
    client_id_issued_at: 1,
    client_secret: 's',
    client_secret_expires_at: 0,
    application_type: 'web',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: ['https://app.example/cb'],
    registration_client_uri: `${url}/c`,
    registration_access_token: 'rat',
  },
};

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('names are unique, in order, and can be looked up', () => {
  const names = faults.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names, names.toSorted());
  for (const fault of faults) assert.equal(faultNamed(fault.name), fault);
});

test('an unknown name is refused with the names most like it', () => {
  assert.throws(
    () => faultNamed('isuer-mismatch'),
    (error) =>
      error instanceof UsageError && /no fault "isuer-mismatch"\. Nearest: issuer-mismatch, /.test(error.message),
  );
});

test('every fault says in one sentence what is wrong', () => {
  for (const { says } of faults) assert.match(says, /^\S.{10,100}[^.\s]$/);
});

test('what faults say tells them apart', () => {
  const twice = Map.groupBy(faults, ({ says }) => says);
  assert.deepEqual(
    [...twice.values()].filter(({ length }) => length > 1).map((same) => same.map(({ name }) => name)),
    [],
  );
});

test('every fault is the stimulus of a row', () => {
  for (const { name, rows = [] } of faults) {
    assert.ok(rows.length > 0, name);
    for (const row of rows) assert.match(row, /^[DTHMSPX]-\d\d$/, name);
    assert.equal(new Set(rows).size, rows.length, name);
  }
});

test('faults are pure, and one that changes an answer does', () => {
  const before = frozen(structuredClone(full));
  for (const { name, change, instead, encode } of faults) {
    const results = [1, 2].map(() => [change?.(before, url), instead?.(url), encode?.(Buffer.from('{"a":"é"}'))]);
    assert.deepEqual(results[0], results[1], name);
    if (change !== undefined) assert.notDeepEqual(results[0]?.[0], before, name);
  }
});

test('an error of the IdP stays as it is', () => {
  const refused = frozen<Answer>({ status: 400, headers: [], body: { error: 'invalid_request' } });
  for (const { name, change, instead } of faults)
    if (instead === undefined) assert.equal(change?.(refused, url) ?? refused, refused, name);
});

const bodyAfter = (name: string) => objectOf(faultNamed(name).change?.(full, url).body) ?? {};
const whole = objectOf(full.body) ?? {};

test('members are set, removed and kept', () => {
  assert.deepEqual(bodyAfter('issuer-mismatch'), { ...whole, issuer: 'https://evil.example' });
  assert.deepEqual(bodyAfter('issuer-trailing-slash'), { ...whole, issuer: 'https://127.0.0.1:4000/v/' });
  assert.ok(!('client_id' in bodyAfter('client-id-missing')));
  assert.deepEqual(bodyAfter('renewal-partial'), { client_id: 'c', client_secret: 's', client_secret_expires_at: 0 });
  assert.deepEqual(bodyAfter('resp-scope-array')['scope'], ['openid']);
  assert.deepEqual(bodyAfter('token-endpoint-array')['token_endpoint'], [whole['token_endpoint']]);
  assert.equal(bodyAfter('client-id-number')['client_id'], 123);
  assert.deepEqual(bodyAfter('resp-refresh-token-dropped')['grant_types'], ['authorization_code']);
  assert.ok(Object.keys(bodyAfter('discovery-unknown-members')).length >= Object.keys(whole).length + 50);
});

test('addresses are moved', () => {
  assert.equal(bodyAfter('endpoints-over-http')['token_endpoint'], 'http://127.0.0.1:4000/v/token');
  assert.equal(bodyAfter('endpoints-with-query')['registration_endpoint'], `${url}?tenant=a%2Fb`);
  assert.equal(bodyAfter('management-uri-relative')['registration_client_uri'], '/v/reg/c');
  assert.equal(bodyAfter('management-uri-elsewhere')['registration_client_uri'], 'https://localhost:4000/v/reg/c');
});

test('a time is counted from the date of the answer', () => {
  assert.equal(bodyAfter('secret-expiry-soon')['client_secret_expires_at'], 1_700_000_060);
  const { headers } = faultNamed('token-503-retry-after-date').change?.(full, url) ?? full;
  assert.deepEqual(headers.at(-1), ['Retry-After', 'Tue, 14 Nov 2023 22:13:50 GMT']);
});

test('without a date nothing is counted', () => {
  const undated: Answer = { ...full, headers: [] };
  for (const name of ['secret-expiry-soon', 'token-503-retry-after-date'])
    assert.deepEqual(faultNamed(name).change?.(undated, url), undated);
});

test('refusals have the form of the specifications', () => {
  const unavailable = faultNamed('unavailable-503').instead?.(url);
  assert.equal(unavailable?.status, 503);
  assert.deepEqual(unavailable.headers[0], ['Retry-After', '30']);
  assert.deepEqual(faultNamed('invalid-redirect-uri').instead?.(url)?.body, {
    error: 'invalid_redirect_uri',
    error_description: 'the redirect URI is not allowed here',
  });
  assert.deepEqual(faultNamed('insufficient-scope').instead?.(url)?.headers[0], [
    'WWW-Authenticate',
    'Bearer realm="mock", error="insufficient_scope", error_description="the access token lacks a scope", scope="dcr_admin"',
  ]);
  assert.deepEqual(html(200)().headers.at(-1), ['Content-Type', 'text/html; charset=utf-8']);
});

test('elsewhere is another origin of the same server', () => {
  assert.equal(elsewhere('http://127.0.0.1:4000/v/reg?a=1'), 'http://localhost:4000/v/reg?a=1');
  assert.equal(elsewhere('http://localhost:4000/v'), 'http://127.0.0.1:4000/v');
  assert.equal(elsewhere('https://idp.example/v'), 'https://elsewhere.invalid/v');
});

test('other addresses keep the path', () => {
  assert.equal(overHttp('https://idp.example/v?a=1'), 'http://idp.example/v?a=1');
  assert.equal(relative('https://idp.example/v?a=1'), '/v?a=1');
  assert.equal(linkLocal('https://idp.example/v?a=1'), 'http://169.254.0.1/v');
});

test('a redirect is followed once', () => {
  assert.equal(redirectedFrom(marked(`${url}?a=1`, 307)), true);
  assert.equal(redirectedFrom(url), false);
  assert.equal(redirect(307, (same) => same)(marked(url, 307)), undefined);
  assert.equal(redirect(303, elsewhere, html(200))(marked(url, 303))?.status, 200);
});

test('bytes are in their character set', () => {
  const text = Buffer.from('é身');
  assert.deepEqual(asLatin1(text), Buffer.from([0xe9, 0x3f]));
  assert.deepEqual(asUtf16(text), Buffer.from([0xfe, 0xff, 0x00, 0xe9, 0x8e, 0xab]));
});

test('changes can be put after one another', () => {
  const change = inTurn(status(202), withMembers({ added: 1 }), onlyMembers('added'));
  assert.deepEqual(change(full, url), { ...full, status: 202, body: { added: 1 } });
});

test('a member that is absent, or keeps its value, changes nothing', () => {
  assert.equal(mapMember('absent', () => 1)(full, url), full);
  assert.equal(mapMember('client_id', (id) => id)(full, url), full);
});

test('a named fault can be made quicker, and shorter', () => {
  const slow = faultNamed('registration-slow');
  assert.deepEqual(withDelay(slow, 20), { ...slow, delay: 20 });
  assert.deepEqual(withPace(slow, { lastByteAfter: 1 }), { ...slow, slowBody: { lastByteAfter: 1 } });
  assert.deepEqual(onlyFirst(2, slow), { ...slow, times: 2 });
});

test('a fault without effect or with a name that cannot be typed is refused', () => {
  assert.throws(() => defineFault({ name: 'idle', says: '', at: 'token' }), /does nothing/);
  assert.throws(() => defineFault({ name: 'Not A Name', says: '', at: 'token', delay: 1 }), /no name/);
});

test('a name in two tables is two faults', () => {
  const table = { twice: { says: '', delay: 1 } };
  assert.equal(defineFaults('token', table, table).length, 2);
});
