import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './faults/fault.ts';
import { close, listen, type Address } from './listen.ts';
import { pathOf } from './paths.ts';
import { applyFaults, offersGzip } from './recorder/apply-faults.ts';
import { deliver, keepAliveSeconds, nothing } from './recorder/deliver.ts';
import type { Behind, Incoming } from './recorder/behind.ts';
import type { ExchangeLog } from './recorder/exchange-log.ts';
import { pairsOf, type RawAnswer } from './recorder/message.ts';
import type { ServerCertificate } from './tls/certificates.ts';
import { reasonOf } from './tls/trust.ts';
import type { RawExchange } from '../src/recording/exchange.ts';

/** Where a request belongs. */
export interface Route {
  readonly behind: Behind;
  /** The faults that this request meets. */
  readonly faults: readonly Fault[];
  readonly log: ExchangeLog;
}

export interface RecorderOptions extends Address {
  /** undefined: the request is none of the recorder's business. */
  resolve: (target: string, method: string) => Route | undefined;
  /** Answers what no route takes; never recorded. */
  otherwise: RequestListener;
  /** Left out: without TLS. */
  tls?: ServerCertificate | undefined;
  /** Under which address clients find it, when that is not where it listens; port 0 stands for the port that it gets. */
  publicUrl?: string | undefined;
}

/**
 * A TLS connection that never carried a request. A client that does not trust the certificate leaves nothing else behind:
 * some break the handshake off with an alert, others end it and then close.
 */
export interface BrokenHandshake {
  /** Milliseconds since the epoch. */
  at: number;
  reason: string;
}

export interface RunningRecorder extends AsyncDisposable {
  /** As clients address it. */
  readonly origin: string;
  readonly brokenHandshakes: () => readonly BrokenHandshake[];
}

/** Bytes of a body that a recording keeps; what is longer is passed on whole. */
export const keptBytes = 2 * 1024 * 1024;

/** A server that stands in front of an IdP: records every exchange, shapes answers by armed faults, forwards the rest as it came. */
export async function startRecorder({ resolve, otherwise, ...options }: RecorderOptions): Promise<RunningRecorder> {
  const connections = new WeakMap<object, number>();
  const brokenHandshakes: BrokenHandshake[] = [];
  const used = new Set<number>();
  let opened = 0;
  const server = serverOf(options.tls, (request, response) => {
    const route = resolve(request.url ?? '/', request.method ?? '');
    if (route === undefined) return otherwise(request, response);
    const connection = connections.get(request.socket) ?? 0;
    used.add(connection);
    void relay(request, response, { route, connection });
  });
  server.keepAliveTimeout = keepAliveSeconds * 1000;
  server.on('connection', (socket: object) => void connections.set(socket, ++opened));
  server.on('secureConnection', (socket: TLSSocket) => {
    connections.set(socket, ++opened);
    const number = opened;
    socket.once('close', () => {
      if (!used.has(number)) brokenHandshakes.push({ at: now(), reason: 'the client closed it after the handshake' });
    });
  });
  server.on('tlsClientError', (error: Error) => void brokenHandshakes.push({ at: now(), reason: reasonOf(error) }));
  const origin = await listen(server, options, options.tls === undefined ? 'http' : 'https');
  return {
    origin: options.publicUrl === undefined ? origin : publicOrigin(options.publicUrl, new URL(origin).port),
    brokenHandshakes: () => [...brokenHandshakes],
    [Symbol.asyncDispose]: () => close(server),
  };
}

const serverOf = (tls: ServerCertificate | undefined, listener: RequestListener): Server =>
  tls === undefined ? createServer(listener) : createSecureServer({ key: tls.key, cert: tls.certificate }, listener);

function publicOrigin(publicUrl: string, port: string): string {
  const url = new URL(publicUrl);
  if (url.port === '0') url.port = port;
  return url.origin;
}

interface Hop {
  route: Route;
  connection: number;
}

/** Milliseconds since the epoch, with the fractions of the monotonic clock. */
const now = () => performance.timeOrigin + performance.now();

async function relay(request: IncomingMessage, response: ServerResponse, { route, connection }: Hop) {
  const startedAt = now();
  const number = route.log.next();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const tls = tlsOf(request);
  const url = urlOf(request);
  const seen = { method: request.method ?? '', url, httpVersion: request.httpVersion };
  const headers = pairsOf(request.rawHeaders);
  const body = await bodyOf(request);
  const faults: string[] = [];
  let asked: Incoming | undefined;
  const sent = await answer().catch((error: unknown) =>
    gone.signal.aborted ? nothing : deliver(response, plain(500, `this is a bug in the harness: ${reasonOf(error)}`)),
  );
  route.log.add({
    number,
    startedAt,
    endedAt: now(),
    connection,
    request: { ...seen, headers, ...kept({ body }) },
    response: { ...sent, ...kept(sent) },
    faults,
    ...(tls && { tls }),
    ...(asked?.upstream && { upstream: asked.upstream }),
  });

  async function ask(): Promise<RawAnswer> {
    const outgoing = { method: seen.method, target: pathOf(request.url ?? '/'), headers, body };
    asked = await route.behind.ask(outgoing, gone.signal).catch((error: unknown) => ({ answer: unreachable(error) }));
    return asked.answer;
  }

  async function answer() {
    const shaped = await applyFaults(route.faults, { url, headers }, ask);
    faults.push(...shaped.faults);
    if (shaped.delay > 0) await pause(shaped.delay, undefined, { signal: gone.signal });
    const gzip = asked?.gzip === true && offersGzip(headers);
    return deliver(response, shaped.answer, { ...shaped.delivery, ...(gzip && { gzip }) });
  }
}

function tlsOf({ socket }: IncomingMessage): RawExchange['tls'] {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { servername } = socket;
  return {
    version: socket.getProtocol() ?? 'unknown',
    serverName: typeof servername === 'string' ? servername : null,
    clientCertificate: null,
  };
}

/** The URL that the client addressed. */
function urlOf({ url = '/', headers, socket }: IncomingMessage): string {
  if (!url.startsWith('/')) return url;
  const scheme = socket instanceof TLSSocket ? 'https' : 'http';
  return `${scheme}://${headers.host ?? `${socket.localAddress ?? ''}:${socket.localPort ?? 0}`}${url}`;
}

/** What arrived, also when the client went away in the middle of it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return Buffer.concat(chunks);
  }
  return Buffer.concat(chunks);
}

/** A copy, so that a long body is not held in memory for its first part. */
const kept = ({ body, bodyBytes = body.length }: { body: Buffer; bodyBytes?: number }) =>
  body.length > keptBytes ? { body: Buffer.from(body.subarray(0, keptBytes)), bodyBytes } : { body };

const unreachable = (error: unknown) => plain(502, `the IdP behind the recorder did not answer: ${reasonOf(error)}`);

const plain = (status: number, text: string): RawAnswer => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: Buffer.from(text),
});
