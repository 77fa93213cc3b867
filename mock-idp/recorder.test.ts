import assert from 'node:assert/strict';
import { Agent, createServer, request as send, type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import type { Fault } from './faults/fault.ts';
import { close, listen } from './listen.ts';
import { keptBytes, startRecorder } from './recorder.ts';
import { asItself } from './recorder/behind.ts';
import { createExchangeLog } from './recorder/exchange-log.ts';
import { ask, valueOf } from './testing/client.ts';
import type { Header } from '../src/recording/exchange.ts';

/** A recorder before a server of the test's own. */
async function recorded(upstream: (...hop: Parameters<RequestListener>) => unknown, faults: readonly Fault[] = []) {
  const server = createServer((request, response) => void upstream(request, response));
  const agent = new Agent({ keepAlive: true });
  const behind = asItself(await listen(server, { port: 0, host: '127.0.0.1' }), agent);
  const log = createExchangeLog();
  const recorder = await startRecorder({
    port: 0,
    host: '127.0.0.1',
    resolve: (target) => (target.startsWith('/aside') ? undefined : { behind, faults, log }),
    otherwise: (_request, response) => response.writeHead(418).end(),
  });
  return {
    origin: recorder.origin,
    log,
    async [Symbol.asyncDispose]() {
      await recorder[Symbol.asyncDispose]();
      agent.destroy();
      await close(server);
    },
  };
}

const any = () => true;
const deadline = 2000;

test('the order, case and repetition of headers and the bytes of bodies survive in both directions', async () => {
  let seen: string[] = [];
  const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28, 0x0d, 0x0a]);
  await using idp = await recorded(async (request, response) => {
    seen = request.rawHeaders;
    const body = await buffer(request);
    response.sendDate = false;
    response.writeHead(201, 'Created', [
      'x-LOWER',
      '1',
      'Set-Cookie',
      'a=1',
      'X-Between',
      'b',
      'Set-Cookie',
      'c=2',
      'Date',
      'Mon',
      'Content-Length',
      String(body.length),
    ]);
    response.end(body);
  });
  const headers: Header[] = [
    ['X-b', '2'],
    ['hOsT', 'idp.example:99'],
    ['x-A', '1'],
    ['X-b', '3'],
    ['Content-Length', String(bytes.length)],
  ];
  const answer = await ask(`${idp.origin}/path?a=%2Fb&a=`, { method: 'POST', headers, body: bytes });

  assert.deepEqual(seen.slice(0, 10), headers.flat());
  assert.deepEqual(answer.body, bytes);
  const [exchange] = idp.log.all();
  assert.equal(exchange?.request.url, 'http://idp.example:99/path?a=%2Fb&a=');
  assert.deepEqual(exchange.request.headers.slice(0, 5), headers);
  assert.deepEqual(exchange.request.body, bytes);
  assert.deepEqual(exchange.response.headers, answer.headers);
  assert.deepEqual(answer.headers.slice(0, 4), [
    ['x-LOWER', '1'],
    ['Set-Cookie', 'a=1'],
    ['X-Between', 'b'],
    ['Set-Cookie', 'c=2'],
  ]);
  assert.deepEqual(exchange.response.body, bytes);
});

for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])
  test(`${method} is forwarded and recorded`, async () => {
    await using idp = await recorded((request, response) =>
      response.writeHead(200, { 'X-Method': request.method, 'Content-Length': 4 }).end('four'),
    );
    const answer = await ask(`${idp.origin}/x`, { method });
    const [exchange] = idp.log.all();
    assert.equal(valueOf(answer, 'X-Method'), method);
    assert.equal(answer.body.toString(), method === 'HEAD' ? '' : 'four');
    assert.equal(valueOf(answer, 'Content-Length'), '4');
    assert.deepEqual(exchange?.response.headers, answer.headers);
    assert.equal(exchange.request.method, method);
    assert.equal(exchange.response.delivery, 'complete');
    assert.ok(exchange.endedAt > exchange.startedAt && Math.abs(exchange.endedAt - Date.now()) < 5000);
  });

test('an answer without a body has neither body nor length', async () => {
  await using idp = await recorded((_request, response) => response.writeHead(204).end());
  const answer = await ask(`${idp.origin}/x`, { method: 'DELETE' });
  assert.equal(answer.status, 204);
  assert.equal(valueOf(answer, 'Content-Length'), undefined);
});

test('a body that comes in chunks is forwarded whole and recorded as it came', async () => {
  await using idp = await recorded(async (request, response) => response.end(await buffer(request)));
  const answer = await ask(`${idp.origin}/x`, {
    method: 'POST',
    headers: [['Transfer-Encoding', 'chunked']],
    body: 'in chunks',
  });
  assert.equal(answer.body.toString(), 'in chunks');
  assert.ok(idp.log.all()[0]?.request.headers.some(([name]) => name === 'Transfer-Encoding'));
});

test('a long body is passed on whole and kept in part', async () => {
  await using idp = await recorded(async (request, response) => response.end(await buffer(request)));
  const long = Buffer.alloc(keptBytes + 1000, 'x');
  const answer = await ask(`${idp.origin}/x`, { method: 'POST', body: long });
  assert.equal(answer.body.length, long.length);
  const [exchange] = idp.log.all();
  assert.equal(exchange?.request.body.length, keptBytes);
  assert.equal(exchange.response.body.length, keptBytes);
});

test('exchanges of one connection have its number', async () => {
  await using idp = await recorded((_request, response) => response.end());
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const path of ['/1', '/2']) {
    const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
    send(`${idp.origin}${path}`, { agent }, resolve).end();
    await buffer(await promise);
  }
  agent.destroy();
  await ask(`${idp.origin}/3`);
  const [first, second, third] = idp.log.all().map(({ connection }) => connection);
  assert.equal(first, second);
  assert.notEqual(second, third);
});

test('a request that belongs to no route is answered and not recorded', async () => {
  await using idp = await recorded((_request, response) => response.end());
  assert.equal((await ask(`${idp.origin}/aside`)).status, 418);
  assert.deepEqual(idp.log.all(), []);
});

test('an upstream that does not answer gives 502 with the reason', async () => {
  await using idp = await recorded((request) => request.destroy());
  const answer = await ask(`${idp.origin}/x`);
  assert.equal(answer.status, 502);
  assert.match(answer.body.toString(), /did not answer: socket hang up/);
});

test('an exchange is not in the log before it is complete', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<() => void>();
  await using idp = await recorded((_request, response) => resolve(() => response.end('late')));
  const answer = ask(`${idp.origin}/x`);
  const finish = await asked;
  assert.deepEqual(idp.log.all(), []);
  finish();
  await answer;
  assert.equal(idp.log.all().length, 1);
});

test('requests keep the order in which they arrived', async () => {
  const { promise: slow, resolve } = Promise.withResolvers<() => void>();
  await using idp = await recorded((request, response) =>
    request.url === '/slow' ? resolve(() => response.end()) : response.end(),
  );
  const first = ask(`${idp.origin}/slow`);
  const finish = await slow;
  await ask(`${idp.origin}/fast`);
  finish();
  await first;
  assert.deepEqual(
    idp.log.all().map(({ number, request }) => [number, URL.parse(request.url)?.pathname]),
    [
      [1, '/slow'],
      [2, '/fast'],
    ],
  );
});

const fault = (effect: Partial<Fault>): Fault => ({ name: 'f', says: '', at: 'token', ...effect });

test('a delay comes after the IdP has answered and before the first byte', async () => {
  let upstreamAt = Infinity;
  await using idp = await recorded(
    (_request, response) => {
      upstreamAt = performance.now();
      response.end('x');
    },
    [fault({ delay: 60 })],
  );
  const answer = await ask(`${idp.origin}/x`);
  assert.ok(performance.now() - upstreamAt >= 58);
  assert.equal(answer.status, 200);
  assert.deepEqual(idp.log.all()[0]?.faults, ['f']);
});

test('a client that does not wait for a delayed answer is recorded as without one', async () => {
  const impatient = new AbortController();
  await using idp = await recorded(
    (_request, response) => response.end('x', () => impatient.abort()),
    [fault({ delay: 60_000 })],
  );
  await assert.rejects(fetch(`${idp.origin}/x`, { signal: impatient.signal }));
  const { response } = await idp.log.waitFor('the abandoned request', any, deadline);
  assert.deepEqual([response.status, response.delivery], [0, 'none']);
});

test('a cut before the head leaves the client without an answer', async () => {
  await using idp = await recorded((_request, response) => response.end('x'), [fault({ cut: 'head' })]);
  await assert.rejects(ask(`${idp.origin}/x`), /socket hang up|ECONNRESET/);
  const { response, faults } = await idp.log.waitFor('the cut exchange', any, deadline);
  assert.deepEqual([response.status, response.delivery, response.body.length, faults], [0, 'none', 0, ['f']]);
});

test('a cut in the body sends the head and half of what it announced', async () => {
  await using idp = await recorded((_request, response) => response.end('0123456789'), [fault({ cut: 'body' })]);
  const socket = connect(Number(new URL(idp.origin).port), '127.0.0.1');
  socket.write('GET /x HTTP/1.1\r\nHost: idp\r\n\r\n');
  const text = (await buffer(socket)).toString();
  assert.match(text, /^HTTP\/1\.1 200 OK\r\n/);
  assert.match(text, /\r\nContent-Length: 10\r\n/i);
  assert.match(text, /\r\n\r\n01234$/);
  const { response } = await idp.log.waitFor('the cut exchange', any, deadline);
  assert.deepEqual([response.status, response.delivery, response.body.toString()], [200, 'cut', '01234']);
});

test('a fault that cannot be sent is told as our own mistake', async () => {
  const change: Fault['change'] = (answer) => ({ ...answer, headers: [['X-Bad', 'line\nbreak']] });
  await using idp = await recorded((_request, response) => response.end('x'), [fault({ change })]);
  const answer = await ask(`${idp.origin}/x`);
  assert.equal(answer.status, 500);
  assert.match(answer.body.toString(), /^this is a bug in the harness: Invalid character in header/);
});

test('a client that goes away in the middle of its request is recorded with what it sent', async () => {
  await using idp = await recorded((_request, response) => response.end('x'));
  const socket = connect(Number(new URL(idp.origin).port), '127.0.0.1');
  socket.end('POST /x HTTP/1.1\r\nHost: idp\r\nContent-Length: 100\r\n\r\nhalf');
  const { request, response } = await idp.log.waitFor('the broken request', any, deadline);
  socket.destroy();
  assert.equal(request.body.toString(), 'half');
  assert.deepEqual([response.status, response.delivery], [0, 'none']);
});

test('the recorder ends while a request is under way', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<undefined>();
  const idp = await recorded(() => resolve(undefined));
  const request = assert.rejects(ask(`${idp.origin}/x`), /socket hang up|ECONNRESET/);
  await asked;
  await idp[Symbol.asyncDispose]();
  await request;
  const { response } = await idp.log.waitFor('the interrupted exchange', any, deadline);
  assert.equal(response.delivery, 'none');
});
