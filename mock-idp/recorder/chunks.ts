import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Pace } from '../faults/fault.ts';

/** A part of a body, and the milliseconds to wait before it goes out. */
interface Part {
  after: number;
  bytes: Buffer;
}

/** A slow body goes out in so many parts a second, as far as it has bytes for them. */
const partsPerSecond = 20;

export function partsOf(body: Buffer, pace: Pace): Part[] {
  if ('lastByteAfter' in pace)
    return [
      { after: 0, bytes: body.subarray(0, -1) },
      { after: pace.lastByteAfter, bytes: body.subarray(-1) },
    ];
  const size = Math.max(1, Math.floor(pace.bytesPerSecond / partsPerSecond));
  const after = (size / pace.bytesPerSecond) * 1000;
  return Array.from({ length: Math.ceil(body.length / size) }, (_, index) => ({
    after,
    bytes: body.subarray(index * size, (index + 1) * size),
  }));
}

/** Ends with `AbortError` when the client has gone away. */
export async function* inParts(body: Buffer, pace: Pace, signal: AbortSignal): AsyncGenerator<Buffer> {
  for (const { after, bytes } of partsOf(body, pace)) {
    if (after > 0) await pause(after, undefined, { signal });
    if (bytes.length > 0) yield bytes;
  }
}

export async function* inOne(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}

const spaces = Buffer.alloc(64 * 1024, ' ');

/** White space, always the same piece of it: as much as is wanted and no memory for it. */
export async function* whiteSpace(length: number): AsyncGenerator<Buffer> {
  for (let left = length; left > 0; left -= spaces.length)
    yield left < spaces.length ? spaces.subarray(0, left) : spaces;
}

export async function* oneAfterAnother(...sources: readonly AsyncIterable<Buffer>[]): AsyncGenerator<Buffer> {
  for (const source of sources) yield* source;
}

/** Compressed as a stream: what is long and dull is short afterwards. */
export async function gzipped(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const gzip = createGzip();
  const compressed = buffer(gzip);
  for await (const chunk of chunks) if (!gzip.write(chunk)) await new Promise((go) => gzip.once('drain', go));
  gzip.end();
  return compressed;
}
