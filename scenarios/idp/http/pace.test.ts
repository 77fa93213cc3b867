import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive } from '../../../src/errors.ts';
import type { Header } from '../../../src/recording/exchange.ts';
import { createPace } from './pace.ts';
import { sentOf, type Sent } from './sent.ts';

const answer = (status: number, ...headers: Header[]): Sent => sentOf(1, status, headers, Buffer.alloc(0));

/** Gives these answers in turn, the last one for ever, and notes when each was asked for. */
function serverWith(...answers: readonly [Sent, ...Sent[]]) {
  const asked: number[] = [];
  return {
    asked,
    request: () => {
      const next = answers[Math.min(asked.length, answers.length - 1)] ?? answers[0];
      asked.push(Date.now());
      return Promise.resolve(next);
    },
  };
}

test('429 with Retry-After is obeyed: the request goes out again, and not before its time', async () => {
  const { asked, request } = serverWith(answer(429, ['Retry-After', '1']), answer(201));
  const { status } = await createPace(undefined).send(request);
  assert.equal(status, 201);
  assert.equal(asked.length, 2);
  assert.ok((asked[1] ?? 0) - (asked[0] ?? 0) >= 990);
});

test('so is 503, and a Retry-After that is a date', async () => {
  const { asked, request } = serverWith(answer(503, ['retry-after', new Date(0).toUTCString()]), answer(200));
  assert.equal((await createPace(undefined).send(request)).status, 200);
  assert.equal(asked.length, 2);
});

test('an IdP that always says 429 is asked three times, and then its answer counts', async () => {
  const { asked, request } = serverWith(answer(429, ['Retry-After', '0']));
  assert.equal((await createPace(undefined).send(request)).status, 429);
  assert.equal(asked.length, 3);
});

test('429 without Retry-After is an answer like others', async () => {
  const { asked, request } = serverWith(answer(429));
  assert.equal((await createPace(undefined).send(request)).status, 429);
  assert.equal(asked.length, 1);
});

test('an hour is too long to wait: one sentence', async () => {
  const { request } = serverWith(answer(429, ['Retry-After', '3600']));
  await assert.rejects(createPace(undefined).send(request), (error) => {
    assert.ok(error instanceof Inconclusive);
    assert.match(error.message, /asked to wait 3600 seconds \(status 429\)/);
    return true;
  });
});

test('no second has more requests than the rate says', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const rate = 4;
  const { asked, request } = serverWith(answer(200));
  const pace = createPace(rate);
  const all = Promise.all(Array.from({ length: 2 * rate + 1 }, () => pace.send(request)));
  const step = 100;
  for (let passed = 0; passed <= 3000; passed += step) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(step);
  }
  await all;
  assert.equal(asked.length, 2 * rate + 1);
  for (const [index, time] of asked.entries())
    assert.ok(
      (asked[index + rate] ?? Infinity) - time >= 1000,
      `${rate + 1} requests in one second: ${asked.join(' ')}`,
    );
});
