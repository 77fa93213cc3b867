import { Agent, buildConnector, request } from 'undici';
import { TLSSocket } from 'node:tls';
import type { Header, RawExchange } from '../../../src/recording/exchange.ts';
import { Inconclusive } from '../../../src/errors.ts';
import { sentOf, type Outgoing, type Sent } from './sent.ts';

/** Milliseconds until the headers, and again until the whole body, must have come. */
const deadline = 15_000;
/** Bytes of an answer that are read; what is longer is cut. */
const longestBody = 2 * 1024 * 1024;

export interface TransportOptions {
  /** PEM of a certificate authority to trust beside the built-in ones. */
  readonly ca?: string;
  /** Milliseconds; 15 seconds by default. */
  readonly deadline?: number;
}

/** No answer came. */
export class Unanswered extends Inconclusive {}

/** Sends requests as they are and keeps both sides as raw exchanges. Redirects are not followed. */
export interface Transport extends AsyncDisposable {
  /** Throws `Unanswered` when no answer comes; the exchange is kept all the same. */
  send(outgoing: Outgoing): Promise<Sent>;
  /** Takes over an exchange that somebody else had with the IdP. */
  keep(exchange: Omit<RawExchange, 'number'>): Sent;
  exchanges(): readonly RawExchange[];
}

const now = () => performance.timeOrigin + performance.now();

/** `next` gives the number of an exchange. */
export function createTransport({ ca, deadline: wait = deadline }: TransportOptions): Transport {
  const kept: RawExchange[] = [];
  const tls = new Map<string, RawExchange['tls']>();
  const connect = buildConnector({ ...(ca !== undefined && { ca }), timeout: wait });
  const agent = new Agent({
    headersTimeout: wait,
    bodyTimeout: wait,
    connect: (options, callback) =>
      connect(options, (...result) => {
        const [, socket] = result;
        if (socket instanceof TLSSocket) tls.set(options.hostname, tlsOf(socket, options.hostname));
        callback(...result);
      }),
  });
  return {
    exchanges: () => kept,
    keep(exchange) {
      const number = kept.length + 1;
      kept.push({ ...exchange, number });
      const { status, headers, body } = exchange.response;
      return sentOf(number, status, headers, body);
    },
    async send({ method, url, headers = [], body }) {
      const started = {
        number: kept.length + 1,
        startedAt: now(),
        connection: 0,
        request: {
          method,
          url,
          httpVersion: '1.1',
          headers: [...headers],
          body: Buffer.from(body ?? ''),
        },
        faults: [],
      };
      const unanswered: RawExchange = {
        ...started,
        endedAt: now(),
        response: { status: 0, delivery: 'none', headers: [], body: Buffer.alloc(0) },
      };
      kept.push(unanswered);
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method: method as 'GET',
          headers: headers.flat(),
          ...(body !== undefined && { body }),
          responseHeaders: 'raw',
        });
        const bytes = await bytesOf(answer.body);
        const pairs = pairsOf(answer.headers);
        const facts = tls.get(new URL(url).hostname);
        kept[started.number - 1] = {
          ...started,
          endedAt: now(),
          response: { status: answer.statusCode, delivery: 'complete', headers: pairs, body: bytes },
          ...(facts && { tls: facts }),
        };
        return sentOf(started.number, answer.statusCode, pairs, bytes);
      } catch (error) {
        kept[started.number - 1] = { ...unanswered, endedAt: now() };
        throw new Unanswered(`${method} ${url} was not answered: ${reasonOf(error)}.`);
      }
    },
    async [Symbol.asyncDispose]() {
      await agent.destroy();
    },
  };
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) break;
  }
  return Buffer.concat(chunks).subarray(0, longestBody);
}

/** undici gives the raw headers as one flat list of names and values. */
function pairsOf(raw: unknown): Header[] {
  const flat = Array.isArray(raw) ? raw.map(String) : [];
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2] ?? '', flat[index * 2 + 1] ?? '']);
}

const tlsOf = (socket: TLSSocket, serverName: string): RawExchange['tls'] => ({
  version: socket.getProtocol() ?? 'unknown',
  serverName,
  clientCertificate: null,
});

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be resolved',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer did not end in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; give its authority with --ca FILE',
  SELF_SIGNED_CERT_IN_CHAIN: 'the authority of its certificate is not trusted; give it with --ca FILE',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the authority of its certificate is not trusted; give it with --ca FILE',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority of its certificate is not trusted; give it with --ca FILE',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
