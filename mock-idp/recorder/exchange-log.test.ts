import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive } from '../../src/errors.ts';
import type { RawExchange } from '../../src/recording/exchange.ts';
import { createExchangeLog } from './exchange-log.ts';

const exchange = (number: number, method = 'GET'): RawExchange => ({
  number,
  startedAt: number,
  endedAt: number,
  connection: 1,
  request: { method, url: `http://idp/v/${number}`, httpVersion: '1.1', headers: [], body: Buffer.alloc(0) },
  response: { status: 200, delivery: 'complete', headers: [], body: Buffer.alloc(0) },
  faults: [],
});

const any = () => true;

test('an exchange that is there already is found at once', async () => {
  const log = createExchangeLog();
  log.add(exchange(1));
  assert.equal((await log.waitFor('any request', any, 0)).number, 1);
});

test('waiting ends with the first exchange that matches', async () => {
  const log = createExchangeLog();
  const posted = log.waitFor('a POST', ({ request }) => request.method === 'POST', 1000);
  log.add(exchange(1));
  log.add(exchange(2, 'POST'));
  assert.equal((await posted).number, 2);
});

test('the sentence after the deadline says what was awaited and what came', async () => {
  const log = createExchangeLog();
  await assert.rejects(log.waitFor('the registration of "app"', any, 1), (error) => {
    assert.ok(error instanceof Inconclusive);
    assert.equal(error.message, 'Not seen within 1 ms: the registration of "app". No request has reached the IdP.');
    return true;
  });
  log.add(exchange(1));
  await assert.rejects(
    log.waitFor('a POST', ({ request }) => request.method === 'POST', 1),
    /^Inconclusive: Not seen within 1 ms: a POST\. Requests that reached the IdP: 1, the latest: GET \/v\/1 → 200\.$/,
  );
});

test('whoever waits is told when the log is closed', async () => {
  const log = createExchangeLog();
  const waiting = assert.rejects(log.waitFor('a POST', any, 1000), /closed while it was waited for: a POST/);
  log.close();
  await waiting;
});

test('a matcher that throws fails its own wait and no other', async () => {
  const log = createExchangeLog();
  const broken = assert.rejects(
    log.waitFor(
      'x',
      () => {
        throw new TypeError('broken matcher');
      },
      1000,
    ),
    /broken matcher/,
  );
  const sound = log.waitFor('any request', any, 1000);
  log.add(exchange(1));
  await broken;
  assert.equal((await sound).number, 1);
});

test('what is given out does not grow', () => {
  const log = createExchangeLog();
  const before = log.all();
  log.add(exchange(1));
  assert.equal(before.length, 0);
});
