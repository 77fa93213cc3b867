import { Agent, createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './faults/fault.ts';
import { close, listen, type Address } from './listen.ts';
import { pathOf } from './paths.ts';
import { applyFaults } from './recorder/apply-faults.ts';
import { deliver, keepAliveSeconds, nothing } from './recorder/deliver.ts';
import type { ExchangeLog } from './recorder/exchange-log.ts';
import { forward } from './recorder/forward.ts';
import { pairsOf, type RawAnswer } from './recorder/message.ts';

/** Where a request belongs. */
export interface Route {
  /** Origin of the IdP behind the recorder. */
  readonly upstream: string;
  /** The faults that this request meets. */
  readonly faults: readonly Fault[];
  readonly log: ExchangeLog;
}

export interface RecorderOptions extends Address {
  /** undefined: the request is none of the recorder's business. */
  resolve: (target: string, method: string) => Route | undefined;
  /** Answers what no route takes; never recorded. */
  otherwise: RequestListener;
}

export interface RunningRecorder extends AsyncDisposable {
  readonly origin: string;
}

/** Bytes of a body that a recording keeps; what is longer is passed on whole. */
export const keptBytes = 2 * 1024 * 1024;

/** A server that stands in front of an IdP: records every exchange, shapes answers by armed faults, forwards the rest as it came. */
export async function startRecorder({ resolve, otherwise, ...address }: RecorderOptions): Promise<RunningRecorder> {
  const agent = new Agent({ keepAlive: true });
  const connections = new WeakMap<object, number>();
  let opened = 0;
  const server = createServer((request, response) => {
    const route = resolve(request.url ?? '/', request.method ?? '');
    if (route === undefined) return otherwise(request, response);
    void relay(request, response, { route, agent, connection: connections.get(request.socket) ?? 0 });
  });
  server.keepAliveTimeout = keepAliveSeconds * 1000;
  server.on('connection', (socket) => void connections.set(socket, ++opened));
  return {
    origin: await listen(server, address),
    async [Symbol.asyncDispose]() {
      await close(server);
      agent.destroy();
    },
  };
}

interface Hop {
  route: Route;
  agent: Agent;
  connection: number;
}

/** Milliseconds since the epoch, with the fractions of the monotonic clock. */
const now = () => performance.timeOrigin + performance.now();

async function relay(request: IncomingMessage, response: ServerResponse, { route, agent, connection }: Hop) {
  const startedAt = now();
  const number = route.log.next();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const url = urlOf(request);
  const seen = { method: request.method ?? '', url, httpVersion: request.httpVersion };
  const headers = pairsOf(request.rawHeaders);
  const body = await bodyOf(request);
  const faults: string[] = [];
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
  });

  async function answer() {
    const target = pathOf(request.url ?? '/');
    const ask = () =>
      forward({ upstream: route.upstream, method: seen.method, target, headers, body }, agent, gone.signal);
    const shaped = await applyFaults(route.faults, { url, headers }, () => ask().catch(unreachable));
    faults.push(...shaped.faults);
    if (shaped.delay > 0) await pause(shaped.delay, undefined, { signal: gone.signal });
    return deliver(response, shaped.answer, shaped.delivery);
  }
}

/** The URL that the client addressed. */
function urlOf({ url = '/', headers, socket }: IncomingMessage): string {
  if (!url.startsWith('/')) return url;
  return `http://${headers.host ?? `${socket.localAddress ?? ''}:${socket.localPort ?? 0}`}${url}`;
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

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const unreachable = (error: unknown) => plain(502, `the IdP behind the recorder did not answer: ${reasonOf(error)}`);

const plain = (status: number, text: string): RawAnswer => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: Buffer.from(text),
});
