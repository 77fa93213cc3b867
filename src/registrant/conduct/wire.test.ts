import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctWire, type Answer, type Outgoing } from './wire.ts';

const limits = { answer: 10_000, late: 60_000, retry: 5_000, bytes: 1024 };

const outage = (status: number, retryAfter?: string): Answer => ({
  status,
  headers: retryAfter === undefined ? [] : [['Retry-After', retryAfter]],
  text: '',
});

const pauseBefore = (answer: Answer, number = 1) => correctWire.pauseBefore({ at: 'token', number, answer, limits });

test('Retry-After is waited for once, and not for long', () => {
  const wait = pauseBefore(outage(503, '2')) ?? 0;
  assert.ok(wait >= 2000 && wait < 2100);
  assert.equal(pauseBefore(outage(429, '30')), undefined);
  assert.equal(pauseBefore(outage(503, '2'), 2), undefined);
  assert.equal(pauseBefore(outage(503)), undefined);
  assert.equal(pauseBefore(outage(500, '2')), undefined);
  assert.equal(pauseBefore(outage(503, 'soon')), undefined);
});

test('Retry-After may be a date', () => {
  const wait = pauseBefore(outage(503, new Date(Date.now() + 3000).toUTCString())) ?? 0;
  assert.ok(wait > 1000 && wait < 3100, String(wait));
  const past = pauseBefore(outage(503, new Date(0).toUTCString())) ?? 1000;
  assert.ok(past < 100);
});

const redirect = (status: number, to: string, at: 'discovery' | 'token' | 'registration' = 'registration') =>
  correctWire.follow({
    at,
    status,
    method: at === 'discovery' ? 'GET' : 'POST',
    from: new URL('https://idp.example/reg'),
    to: new URL(to),
  });

test('credentials stay on their origin, and never go out without TLS', () => {
  assert.deepEqual(redirect(307, 'https://idp.example/new'), { method: 'POST', credentials: true, body: true });
  assert.equal(redirect(307, 'https://elsewhere.example/new'), undefined);
  assert.equal(redirect(308, 'http://idp.example/reg'), undefined);
  assert.equal(redirect(303, 'https://idp.example/new'), undefined);
  assert.equal(redirect(307, 'https://idp.example/new', 'token'), undefined);
});

test('metadata may move on its origin', () => {
  for (const status of [301, 302, 303, 307, 308])
    assert.deepEqual(redirect(status, 'https://idp.example/new', 'discovery'), {
      method: 'GET',
      credentials: false,
      body: false,
    });
  assert.equal(redirect(301, 'http://idp.example/new', 'discovery'), undefined);
});

test('a token goes into one header, or nowhere', () => {
  const request: Outgoing = { at: 'registration', method: 'POST', url: 'https://idp.example/reg', headers: [] };
  assert.deepEqual(correctWire.authorize(request, 'a.b-c').headers, [['Authorization', 'Bearer a.b-c']]);
  for (const token of ['', 'a b', 'a\r\nX-Injected: 1', 'jeton-é'])
    assert.throws(() => correctWire.authorize(request, token), /token that no header can carry/);
});

test('JSON is UTF-8, with or without a mark, and otherwise read byte by byte', () => {
  const read = (bytes: Buffer) => correctWire.decode(bytes, 'registration', 'text/plain');
  assert.equal(read(Buffer.from('{"a":"é"}')), '{"a":"é"}');
  assert.equal(read(Buffer.from('\ufeff{}')), '{}');
  assert.equal(read(Buffer.from('é', 'latin1')), 'é');
});
