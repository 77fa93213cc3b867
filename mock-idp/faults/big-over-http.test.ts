import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { redactExchanges } from '../../src/recording/redact.ts';
import { ask } from '../testing/client.ts';
import { startViews } from '../testing/views.ts';
import { keptBytes } from '../recorder.ts';
import { defineFault } from './define.ts';
import { faultNamed } from './index.ts';

const openView = await startViews();

const megabyte = 1024 * 1024;

interface Read {
  total: number;
  mostMemory: number;
}

/** Reads an answer into one piece of memory, over and over, so that what grows is the server's. */
async function readAll(url: string): Promise<Read> {
  const { hostname, port, pathname } = new URL(url);
  const read: Read = { total: 0, mostMemory: 0 };
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const socket = connect({
    host: hostname,
    port: Number(port),
    onread: {
      buffer: Buffer.alloc(256 * 1024),
      callback(bytes) {
        read.total += bytes;
        read.mostMemory = Math.max(read.mostMemory, process.memoryUsage.rss());
        return true;
      },
    },
  });
  socket.once('error', reject).once('close', () => resolve(read));
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
  return promise;
}

test('100 MB are sent as a stream, and not kept', async () => {
  await using view = await openView();
  const plain = (await ask(view.discoveryUrl)).body;
  view.arm(faultNamed('discovery-100-mb'));
  const before = process.memoryUsage.rss();
  const { total, mostMemory } = await readAll(view.discoveryUrl);
  assert.ok(total > 100 * megabyte);
  assert.ok(mostMemory - before < 30 * megabyte, `${Math.round((mostMemory - before) / megabyte)} MB more`);
  const { response } = await view.waitForExchange(
    'the big answer',
    ({ faults: [name] }) => name === 'discovery-100-mb',
  );
  assert.deepEqual([response.delivery, response.bodyBytes], ['complete', plain.length + 100 * megabyte]);
  assert.ok(response.body.length <= keptBytes);
  const [, stored] = redactExchanges(view.exchanges(), { key: Buffer.alloc(32) });
  assert.equal(stored?.response.body.bytes, plain.length + 100 * megabyte);
});

test('a client that stops reading in the middle of white space is recorded with what it took', async () => {
  await using view = await openView();
  view.arm(faultNamed('discovery-1-gb'));
  const response = await fetch(view.discoveryUrl);
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const { response: seen } = await view.waitForExchange('the big answer', () => true);
  assert.equal(seen.delivery, 'cut');
  assert.ok((seen.bodyBytes ?? 0) < 100 * megabyte);
});

test('padding is white space that JSON allows', async () => {
  await using view = await openView();
  view.arm(defineFault({ name: 'padded', says: '', at: 'discovery', padding: 100_000 }));
  const { body, json } = await ask(view.discoveryUrl);
  assert.equal(json['issuer'], view.issuer);
  assert.equal(body.toString('utf8').length - body.toString('utf8').trimEnd().length, 100_000);
});
