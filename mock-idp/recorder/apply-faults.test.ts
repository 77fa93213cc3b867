import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, redirect } from '../faults/answers.ts';
import { truncated, withByteOrderMark } from '../faults/bytes.ts';
import { header, mapMember, status, withMembers, withoutMembers } from '../faults/change.ts';
import type { Fault } from '../faults/fault.ts';
import { applyFaults, type AskedFor } from './apply-faults.ts';
import type { RawAnswer } from './message.ts';

const request: AskedFor = { url: 'http://127.0.0.1:1/v/reg', headers: [] };
const asked = (body: string): RawAnswer => ({
  status: 201,
  headers: [
    ['x-Case', '1'],
    ['content-LENGTH', String(Buffer.byteLength(body))],
    ['Content-Type', 'application/json'],
  ],
  body: Buffer.from(body),
});
const fault = (name: string, effect: Partial<Fault>): Fault => ({ name, says: '', at: 'registration', ...effect });
const shape = (armed: readonly Fault[], body = '{ "a": 1, "b": 2 }') =>
  applyFaults(armed, request, async () => asked(body));

test('without a fault the answer is the very bytes of the IdP', async () => {
  const { answer, faults, delay, delivery } = await shape([]);
  assert.deepEqual(answer, asked('{ "a": 1, "b": 2 }'));
  assert.deepEqual([faults, delay, delivery], [[], 0, {}]);
});

test('faults compose left to right, and the length follows the body where it stands', async () => {
  const { answer, faults } = await shape([
    fault('set', { change: withMembers({ a: 'x' }) }),
    fault('twice', { change: mapMember('a', (a) => `${String(a)}${String(a)}`) }),
  ]);
  assert.equal(answer.body.toString(), '{"a":"xx","b":2}');
  assert.deepEqual(answer.headers[1], ['content-LENGTH', '16']);
  assert.deepEqual(faults, ['set', 'twice']);
});

test('a change of the head alone keeps the bytes of the body', async () => {
  const { answer } = await shape([
    fault('status', { change: status(200) }),
    fault('head', { change: header('X-Case', null) }),
  ]);
  assert.equal(answer.status, 200);
  assert.equal(answer.body.toString(), '{ "a": 1, "b": 2 }');
  assert.equal(answer.headers.length, 2);
});

test('a fault that finds nothing to change is not named', async () => {
  const { faults } = await shape([
    fault('absent', { change: withoutMembers('c') }),
    fault('there', { change: withoutMembers('a') }),
  ]);
  assert.deepEqual(faults, ['there']);
});

test('an answer in place of the IdP is given without asking it, and sets aside what came before', async () => {
  const never = async () => assert.fail('asked');
  const armed = [
    fault('before', { change: withMembers({ before: true }) }),
    fault('instead', { instead: json(200, { a: 1 }) }),
    fault('after', { change: withMembers({ after: true }) }),
  ];
  const { answer, faults } = await applyFaults(armed, request, never);
  assert.equal(answer.body.toString(), '{"a":1,"after":true}');
  assert.deepEqual(faults, ['instead', 'after']);
});

test('delays add up and the last cut holds', async () => {
  const { delay, delivery, faults } = await shape([
    fault('one', { delay: 10 }),
    fault('two', { delay: 5, cut: 'head' }),
    fault('three', { cut: 'body' }),
  ]);
  assert.deepEqual([delay, delivery, faults], [15, { cut: 'body' }, ['one', 'two', 'three']]);
});

test('text that is not JSON is given as text', async () => {
  const shout = fault('shout', { change: (answer) => ({ ...answer, body: String(answer.body).toUpperCase() }) });
  assert.equal((await shape([shout], '<p>é</p>')).answer.body.toString(), '<P>É</P>');
});

test('a body can be taken away', async () => {
  const { answer } = await shape([fault('empty', { change: (answer) => ({ ...answer, body: undefined }) })]);
  assert.equal(answer.body.length, 0);
  assert.deepEqual(answer.headers[1], ['content-LENGTH', '0']);
});

test('an answer in place of the IdP has a date, from which a change may count', async () => {
  const { answer } = await applyFaults([fault('down', { instead: json(503, {}) })], request, async () => asked(''));
  const [, date] = answer.headers.find(([name]) => name === 'Date') ?? [];
  assert.ok(Math.abs(Date.parse(date ?? '') - Date.now()) < 5000);
});

test('a fault that lets a request through has no effect on it', async () => {
  const moved = fault('moved', { instead: redirect(307, (url) => url) });
  const first = await shape([moved]);
  assert.deepEqual([first.answer.status, first.faults], [307, ['moved']]);
  const [, location = ''] = first.answer.headers.find(([name]) => name === 'Location') ?? [];
  const second = await applyFaults([moved], { url: location, headers: [] }, async () => asked('{}'));
  assert.deepEqual([second.answer, second.faults], [asked('{}'), []]);
});

test('bytes are changed after members, and the length follows', async () => {
  const { answer, faults } = await shape([
    fault('mark', { encode: withByteOrderMark }),
    fault('set', { change: withMembers({ a: 2 }) }),
    fault('half', { encode: truncated }),
  ]);
  assert.equal(answer.body.toString(), '\ufeff{"a":2,"b":2');
  assert.deepEqual(answer.headers[1], ['content-LENGTH', '15']);
  assert.deepEqual(faults, ['mark', 'set', 'half']);
});

test('bytes that stay the same are no effect', async () => {
  const { answer, faults } = await shape([fault('same', { encode: (body) => Buffer.from(body) })]);
  assert.deepEqual([answer, faults], [asked('{ "a": 1, "b": 2 }'), []]);
});

for (const [offer, taken] of [
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, br', false],
  ['identity', false],
] as const)
  test(`gzip ${taken ? 'for' : 'not for'} a client that offers ${offer}`, async () => {
    const headers: [string, string][] = [['accept-Encoding', offer]];
    const armed = [fault('zip', { gzip: true })];
    const { delivery, faults } = await applyFaults(armed, { ...request, headers }, async () => asked('{}'));
    assert.deepEqual([delivery, faults], taken ? [{ gzip: true }, ['zip']] : [{}, []]);
  });

test('padding adds up and the last pace holds', async () => {
  const { delivery } = await shape([
    fault('one', { padding: 10, slowBody: { bytesPerSecond: 1 } }),
    fault('two', { padding: 5, slowBody: { lastByteAfter: 1 } }),
  ]);
  assert.deepEqual(delivery, { padding: 15, slowBody: { lastByteAfter: 1 } });
});
