import * as http from 'node:http';
import * as https from 'node:https';
import { refusal } from '../refusal.ts';

export type Header = readonly [name: string, value: string];

/** One HTTP request as it goes out: header order and case are kept, and nothing is added. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

export interface WireLimits {
  readonly signal: AbortSignal;
  /** Bytes of the body, after which the connection is given up. */
  readonly bytes: number;
}

/** Kept connections, one set for each scheme. */
export interface Connections extends Disposable {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

export function openConnections(tls: https.AgentOptions = {}): Connections {
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ ...tls, keepAlive: true }) };
  return {
    ...agents,
    [Symbol.dispose]: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Sends one request and reads its answer. Rejects with a refusal when no whole answer comes. */
export async function exchange(
  { method, url, headers, body }: WireRequest,
  connections: Connections,
  { signal, bytes }: WireLimits,
): Promise<WireAnswer> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const agent = secure ? connections.https : connections.http;
  const options = { method, agent, headers: headers.flat(), setDefaultHeaders: false, signal };
  const outgoing = (secure ? https : http).request(target, options);
  outgoing.once('response', resolve).once('error', reject).end(body);
  try {
    const incoming = await promise;
    return {
      status: incoming.statusCode ?? 0,
      headers: pairsOf(incoming.rawHeaders),
      body: await bodyOf(incoming, bytes),
    };
  } catch (error) {
    outgoing.destroy();
    throw asRefusal(signal.aborted ? signal.reason : error, target.host);
  }
}

async function bodyOf(incoming: http.IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLong(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const tooLong = (limit: number): Error =>
  refusal(`The identity provider sent an answer of more than ${limit} bytes, which was not read to its end.`, 'lost');

const pairsOf = (raw: readonly string[]): Header[] =>
  Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? '']);

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const lost = ['ECONNRESET', 'EPIPE', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE', 'HPE_INVALID_EOF_STATE'];

function asRefusal(error: unknown, host: string): unknown {
  const code = codeOf(error);
  const { name } = error instanceof Error ? error : { name: '' };
  if (name === 'AbortError' || name === 'TimeoutError')
    return refusal(`The identity provider at ${host} did not answer in time.`, 'late');
  if (never.includes(code))
    return refusal(`The identity provider cannot be reached at ${host} (${code}).`, 'unreachable');
  if (lost.includes(code) || code.startsWith('HPE_'))
    return refusal(`The connection to ${host} ended before the answer was complete.`, 'lost');
  return error;
}
