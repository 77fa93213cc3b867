import type { Agent } from 'node:http';
import type { Header, RawExchange } from '../../src/recording/exchange.ts';
import { forward } from './forward.ts';
import { isNamed, type RawAnswer } from './message.ts';

/** A request on its way to the IdP. */
export interface Outgoing {
  method: string;
  /** Path and query, as the client sent them. */
  target: string;
  headers: readonly Header[];
  body: Buffer;
}

export interface Incoming {
  answer: RawAnswer;
  /** The answer came compressed; here it is not. */
  gzip?: boolean;
  /** What the recording keeps of an IdP that has its own addresses. */
  upstream?: NonNullable<RawExchange['upstream']>;
}

/** The IdP behind the recorder. Rejects when there is no answer. */
export interface Behind {
  ask(request: Outgoing, signal: AbortSignal): Promise<Incoming>;
}

/** How clients address the recorder, for an IdP that makes its addresses of each request. */
export interface AddressedAs {
  host?: string;
  protocol: 'http' | 'https';
}

/** An IdP that is asked under the recorder's own address and so announces that. */
export const asItself = (origin: string, agent: Agent, as?: AddressedAs): Behind => ({
  ask: async (request, signal) => ({
    answer: await forward({ ...request, upstream: origin, headers: addressed(request.headers, as) }, agent, signal),
  }),
});

/** What a client says of a proxy is not believed. */
function addressed(headers: readonly Header[], as: AddressedAs | undefined): readonly Header[] {
  if (as === undefined) return headers;
  const { host } = as;
  const own = headers.filter((header) => !header[0].toLowerCase().startsWith('x-forwarded-'));
  const hosted = own.map((header): Header =>
    host !== undefined && isNamed(header, 'host') ? [header[0], host] : header,
  );
  return [...hosted, ['X-Forwarded-Proto', as.protocol]];
}
