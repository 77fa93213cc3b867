import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Header } from '../../src/recording/exchange.ts';
import type { Behind, Outgoing } from '../recorder/behind.ts';
import { decode } from '../recorder/decode.ts';
import { forward } from '../recorder/forward.ts';
import { isNamed, type RawAnswer } from '../recorder/message.ts';
import { reasonOf, trusted } from '../tls/trust.ts';
import type { Addresses } from './addresses.ts';
import { rewriteAnswer } from './rewrite.ts';

export interface RemoteOptions {
  addresses: Addresses;
  /** PEM of an authority to trust beside the well-known ones. */
  ca?: string | undefined;
  /** Milliseconds until an IdP that says nothing counts as one that does not answer. */
  patience?: number;
}

export interface Remote extends Behind, Disposable {}

const defaultPatience = 30_000;

/** An IdP with addresses of its own: requests are sent on to them, and the addresses in its answers are made the recorder's. */
export function openRemote({ addresses, ca, patience = defaultPatience }: RemoteOptions): Remote {
  // A connection for each request: one that is kept may be closed by the IdP at the very moment when it is used again.
  const plain = new HttpAgent({ keepAlive: false });
  const secure = new HttpsAgent({ keepAlive: false, ...(ca !== undefined && { ca: trusted(ca) }) });

  return {
    async ask(request, signal) {
      const url = addresses.toUpstream(request.target);
      if (url === undefined) return { answer: nowhere };
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
        const agent = url.protocol === 'https:' ? secure : plain;
        const { answer, coded } = await decode(await forward(readdressed(request, url), agent, limit));
        const isDiscovery = addresses.endpointOf(request.target, request.method) === 'discovery';
        const { answer: changed, rewritten } = rewriteAnswer(answer, isDiscovery, addresses);
        return { answer: changed, gzip: coded, upstream: { url: url.href, rewritten } };
      } catch (error) {
        if (signal.aborted) throw error;
        const failure = isTimeout(error) ? `nothing came within ${patience / 1000} s` : reasonOf(error);
        return { answer: unreachable(url, failure), upstream: { url: url.href, rewritten: [], failure } };
      }
    },
    [Symbol.dispose]() {
      plain.destroy();
      secure.destroy();
    },
  };
}

const isTimeout = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'TimeoutError' || (error.cause instanceof Error && error.cause.name === 'TimeoutError'));

function readdressed({ method, headers, body }: Outgoing, url: URL) {
  const hosted = headers.map((header): Header => (isNamed(header, 'host') ? [header[0], url.host] : header));
  return { upstream: url.origin, method, target: `${url.pathname}${url.search}`, headers: hosted, body };
}

const plainText = (status: number, text: string): RawAnswer => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: Buffer.from(text),
});

const unreachable = (url: URL, failure: string) =>
  plainText(502, `the IdP behind the recorder gave no usable answer at ${url.origin}${url.pathname}: ${failure}`);

const nowhere = plainText(404, 'the IdP behind the recorder has no such address');
