import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { gzipped, inOne, oneAfterAnother, partsOf, whiteSpace } from './chunks.ts';

const body = Buffer.from('0123456789');
const textOf = (parts: ReturnType<typeof partsOf>) => parts.map(({ after, bytes }) => [after, bytes.toString()]);

test('a body goes out at its pace', () => {
  assert.deepEqual(textOf(partsOf(body, { bytesPerSecond: 80 })), [
    [50, '0123'],
    [50, '4567'],
    [50, '89'],
  ]);
  assert.deepEqual(textOf(partsOf(Buffer.from('ab'), { bytesPerSecond: 1 })), [
    [1000, 'a'],
    [1000, 'b'],
  ]);
});

test('the last byte can be kept back', () => {
  assert.deepEqual(textOf(partsOf(body, { lastByteAfter: 7 })), [
    [0, '012345678'],
    [7, '9'],
  ]);
});

test('white space has the length that was asked for', async () => {
  for (const length of [0, 1, 64 * 1024, 200_001])
    assert.deepEqual(await buffer(whiteSpace(length)), Buffer.alloc(length, ' '));
});

test('what is compressed as a stream unpacks to the same bytes', async () => {
  const packed = await gzipped(oneAfterAnother(inOne(body), whiteSpace(1_000_000)));
  assert.ok(packed.length < 2000);
  assert.equal(gunzipSync(packed).toString(), body.toString().padEnd(1_000_010));
});
