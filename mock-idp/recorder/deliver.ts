import { STATUS_CODES, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Header, RawExchange } from '../../src/recording/exchange.ts';
import type { Delivery } from './apply-faults.ts';
import { gzipped, inOne, inParts, oneAfterAnother, whiteSpace } from './chunks.ts';
import { endToEnd, isNamed, withHeader, withoutHeader, type RawAnswer } from './message.ts';

type Delivered = RawExchange['response'];

export const nothing: Delivered = { status: 0, delivery: 'none', headers: [], body: Buffer.alloc(0) };

/** Seconds that a silent connection is kept open: long, so that a client never sends on one that is just being closed. */
export const keepAliveSeconds = 65;

/** Sends an answer, or the part of it that a cut leaves, and tells what was sent. node adds no header of its own. */
export async function deliver(
  response: ServerResponse,
  answer: RawAnswer,
  { cut, slowBody, padding = 0, gzip }: Delivery = {},
): Promise<Delivered> {
  const { status } = answer;
  const full = hasBody(status, response.req.method);
  const content = full ? answer.body : Buffer.alloc(0);
  const added = full ? padding : 0;
  if (cut === 'head' || (cut === 'body' && content.length === 0)) response.destroy();
  const coded = gzip === true && full ? await gzipped(oneAfterAnother(inOne(content), whiteSpace(added))) : undefined;
  if (response.destroyed || response.req.socket.destroyed) return nothing;
  const body = coded ?? content;
  const tail = coded === undefined ? added : 0;
  const headers = wireHeaders(coded ? inGzip(answer) : answer, body.length + tail, response);
  response.sendDate = false;
  response.writeHead(status, STATUS_CODES[status] ?? '', headers.flat());
  const { complete, bytes } =
    cut === 'body'
      ? await sendPart(response, body.subarray(0, Math.floor(body.length / 2)))
      : await send(response, body, { slowBody, tail });
  const delivery = complete ? 'complete' : 'cut';
  // What was compressed is recorded as it was before: the secrets in it could not be found otherwise.
  const seen = coded === undefined ? body.subarray(0, bytes) : content;
  return { status, delivery, headers, body: seen, ...(seen.length !== bytes && { bodyBytes: bytes }) };
}

const hasBody = (status: number, method: string | undefined) => method !== 'HEAD' && ![204, 304].includes(status);

const inGzip = (answer: RawAnswer): RawAnswer => ({
  ...answer,
  headers: withHeader(withHeader(answer.headers, 'Content-Encoding', 'gzip'), 'Vary', 'Accept-Encoding'),
});

function wireHeaders({ status, headers }: RawAnswer, length: number, response: ServerResponse): Header[] {
  const own = endToEnd(headers);
  const dated = own.some((header) => isNamed(header, 'date')) ? own : withHeader(own, 'Date', new Date().toUTCString());
  // A HEAD answer names the length that a GET would have (RFC 9110 §9.3.2); 204 has none (§8.6).
  const sized = hasBody(status, response.req.method) ? withHeader(dated, 'Content-Length', String(length)) : dated;
  const framed = status === 204 ? withoutHeader(sized, 'Content-Length') : sized;
  if (!response.shouldKeepAlive) return [...framed, ['Connection', 'close']];
  return [...framed, ['Connection', 'keep-alive'], ['Keep-Alive', `timeout=${keepAliveSeconds}`]];
}

interface Sent {
  complete: boolean;
  bytes: number;
}

async function sendPart(response: ServerResponse, part: Buffer): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  response.once('close', () => resolve(undefined));
  response.write(part, () => response.destroy());
  await promise;
  return { complete: false, bytes: part.length };
}

interface Shape {
  slowBody: Delivery['slowBody'];
  tail: number;
}

function send(response: ServerResponse, body: Buffer, { slowBody, tail }: Shape): Promise<Sent> {
  if (slowBody === undefined && tail === 0) return sendAtOnce(response, body);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const head = slowBody === undefined ? inOne(body) : inParts(body, slowBody, gone.signal);
  return sendStream(response, oneAfterAnother(head, whiteSpace(tail)));
}

function sendAtOnce(response: ServerResponse, body: Buffer): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  response.once('finish', () => resolve(true)).once('close', () => resolve(false));
  response.end(body);
  return promise.then((complete) => ({ complete, bytes: body.length }));
}

/** As fast as the client reads. `bytes` counts what the connection took. */
async function sendStream(response: ServerResponse, chunks: AsyncIterable<Buffer>): Promise<Sent> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      yield chunk;
      bytes += chunk.length;
    }
  }
  try {
    await pipeline(counted, response);
    return { complete: true, bytes };
  } catch {
    return { complete: false, bytes };
  }
}
