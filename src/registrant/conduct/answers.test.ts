import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctAnswers } from './answers.ts';
import type { Answer, Outgoing } from './wire.ts';

const { clean, tell } = correctAnswers;

const request: Outgoing = { at: 'registration', method: 'POST', url: 'https://idp.example/reg', headers: [] };

const explain = (status: number, body: unknown, ...headers: [string, string][]): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer: Answer = { status, headers: [['Content-Type', 'application/json'], ...headers], text };
  return correctAnswers.explain(answer, request).replace('The registration endpoint of the identity provider ', '');
};

test('text of others is one short line without markup', () => {
  assert.equal(clean('a <img src=x onerror=alert(1)> b'), 'a b');
  assert.equal(clean('no\r\n2026 INFO forged'), 'no 2026 INFO forged');
  assert.equal(clean('x\u202egnp.txt\u202c'), 'x gnp.txt');
  assert.equal(clean('<script'), '');
  assert.ok(clean('long '.repeat(1000)).length <= 301);
});

test('a message holds no secret that the client knows', () => {
  assert.equal(tell('refused: Basic very-secret-value', ['very-secret-value', 'reg']), 'refused: Basic [secret]');
});

test('an error is explained with its code, its description and what is asked for', () => {
  assert.equal(
    explain(400, { error: 'invalid_redirect_uri', error_description: 'not https' }),
    'answers 400: invalid_redirect_uri: not https.',
  );
  assert.equal(
    explain(400, { statusCode: 400, error: 'Bad Request', message: 'no URI' }),
    'answers 400: Bad Request: no URI.',
  );
  assert.equal(explain(400, { title: 'Bad Request', detail: 'no URI' }), 'answers 400: Bad Request: no URI.');
  assert.equal(
    explain(403, '', ['WWW-Authenticate', 'Bearer error="insufficient_scope", scope="dcr_admin"']),
    'answers 403: insufficient_scope: the scope dcr_admin is needed.',
  );
  assert.equal(
    explain(503, '', ['Retry-After', '30']),
    'answers 503 and says nothing more. It asks to try again in 30 seconds.',
  );
});

test('an answer without a reason is described', () => {
  assert.equal(explain(401, ''), 'answers 401 and says nothing more.');
  assert.equal(explain(400, []), 'answers 400 with JSON that names no reason.');
  assert.equal(explain(502, '<html></html>'), 'answers 502 with a page (application/json).');
  assert.equal(explain(303, ''), 'answers 303 with a redirect that is not followed.');
});
