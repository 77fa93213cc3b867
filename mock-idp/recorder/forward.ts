import * as http from 'node:http';
import * as https from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { Header } from '../../src/recording/exchange.ts';
import { endToEnd, pairsOf, type RawAnswer } from './message.ts';

export interface Forwarded {
  /** Origin of the server that is asked. */
  upstream: string;
  method: string;
  /** Path and query, as they are sent. */
  target: string;
  headers: readonly Header[];
  body: Buffer;
}

/** Asks the upstream, with the headers in the order and case they came, `Host` included: it makes its addresses with it. */
export async function forward(
  { upstream, method, target, headers, body }: Forwarded,
  agent: http.Agent,
  signal: AbortSignal,
): Promise<RawAnswer> {
  const { protocol, hostname, port } = new URL(upstream);
  const { request: send } = protocol === 'https:' ? https : http;
  const request = send({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port !== '' && { port }),
    method,
    path: target,
    headers: endToEnd(framed(headers, body)).flat(),
    agent,
    signal,
  });
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  request.once('response', resolve).once('error', reject).end(body);
  const response = await promise;
  return { status: response.statusCode ?? 0, headers: pairsOf(response.rawHeaders), body: await buffer(response) };
}

/** A body that came in chunks is whole by now, so its length is known. */
const framed = (headers: readonly Header[], body: Buffer): readonly Header[] =>
  headers.some(([name]) => name.toLowerCase() === 'transfer-encoding')
    ? [...headers, ['Content-Length', String(body.length)]]
    : headers;
