import * as http from 'node:http';
import * as https from 'node:https';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import { Bug } from '../../src/errors.ts';

/** One HTTP request as it goes out: header order and case are kept. */
export interface WireRequest {
  method: string;
  url: URL;
  /** In place of the URL's path and query. */
  target?: string | undefined;
  headers: readonly (readonly [name: string, value: string])[];
  body: string | undefined;
  timeout: number;
  /** Bytes of an answer after which reading ends; undefined: none. */
  limit: number | undefined;
}

export interface WireAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Kept-alive connections of one client of an IdP. */
export interface Connections extends Disposable {
  send(request: WireRequest): Promise<WireAnswer>;
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body);
  if (encoding === 'deflate') return inflateSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}

async function readAnswer(message: IncomingMessage, limit = Infinity): Promise<WireAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    if (!Buffer.isBuffer(chunk)) throw new Bug('an answer was decoded too early');
    bytes += chunk.length;
    if (bytes > limit) {
      message.destroy();
      throw new Error(`The answer has more than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  const body = decoded(Buffer.concat(chunks), message.headers['content-encoding']);
  return { status: message.statusCode ?? 0, headers: message.headers, body };
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** `authorities`: PEM of those that are trusted in place of the usual ones. */
export function openConnections(authorities?: readonly string[]): Connections {
  const plain = new http.Agent({ keepAlive: true });
  const secure = new https.Agent({ keepAlive: true, ...(authorities && { ca: [...authorities] }) });

  const attempt = (wire: WireRequest) =>
    new Promise<WireAnswer>((resolve, reject) => {
      const { request } = wire.url.protocol === 'https:' ? https : http;
      const outgoing = request(wire.url, {
        method: wire.method,
        ...(wire.target !== undefined && { path: wire.target }),
        agent: wire.url.protocol === 'https:' ? secure : plain,
        headers: wire.headers.flat(),
        setDefaultHeaders: false,
        signal: AbortSignal.timeout(wire.timeout),
      });
      outgoing.on('response', (message) => void readAnswer(message, wire.limit).then(resolve, reject));
      outgoing.on('error', (error) => {
        // The IdP closed an idle connection just as it was used again: nothing was processed, so a new one is tried.
        if (outgoing.reusedSocket && isCode(error, 'ECONNRESET')) attempt(wire).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(wire.body);
    });

  return {
    send: attempt,
    [Symbol.dispose]: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
