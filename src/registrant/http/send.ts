import { setTimeout as pause } from 'node:timers/promises';
import { headerOf, type Answer, type Limits, type Outgoing, type Redirect, type WireConduct } from '../conduct/wire.ts';
import { kindOf } from '../refusal.ts';
import { exchange, openConnections, type Connections, type Header } from './wire.ts';

/** Sends one request with all that belongs to it: redirects, one repetition, limits. `patience` in milliseconds. */
export type Send = (request: Outgoing, patience?: number) => Promise<Answer>;

export interface Sender extends Disposable {
  readonly send: Send;
  /** How many requests have reached a server. */
  readonly sent: () => number;
}

const userAgent = 'dcr-harness-registrant';

const mostRedirects = 3;

export function startSender(conduct: WireConduct, limits: Limits): Sender {
  const connections = openConnections();
  const unkept: Connections[] = [];
  const cookies = new Map<string, string>();
  const closed = new AbortController();
  let sent = 0;

  const once = async (request: Outgoing, patience: number): Promise<Answer> => {
    const { at, method, url, body } = request;
    const bytes = conduct.longestBody(at, limits);
    const signal = limitOf(patience, closed.signal);
    const wire = { method, url, headers: headersOf(request, cookies.get(new URL(url).origin)), body };
    const answer = await counted(exchange(wire, connectionsFor(), { signal, bytes }));
    if (conduct.keepsCookies) keepCookie(cookies, url, answer);
    const { status, headers } = answer;
    const type = headerOf({ headers }, 'content-type') ?? '';
    return { status, headers, text: conduct.decode(conduct.unpack(answer, bytes), at, type) };
  };

  const counted = async <T>(exchanged: Promise<T>): Promise<T> => {
    sent += 1;
    return exchanged.catch((error: unknown) => {
      if (kindOf(error) === 'unreachable') sent -= 1;
      throw error;
    });
  };

  const connectionsFor = () => {
    if (conduct.keepsConnections) return connections;
    unkept.push(openConnections());
    return unkept.at(-1) ?? connections;
  };

  const followed = async (request: Outgoing, patience: number, left = mostRedirects): Promise<Answer> => {
    const answer = await once(request, patience);
    const redirect = redirectOf(request, answer);
    const hop = redirect && left > 0 ? conduct.follow(redirect) : undefined;
    if (redirect === undefined || hop === undefined) return answer;
    const headers = hop.credentials ? request.headers : request.headers.filter(([name]) => name !== 'Authorization');
    const next = { ...request, method: hop.method, url: redirect.to.href, headers };
    return followed(hop.body ? next : withoutBody(next), patience, left - 1);
  };

  /** Addresses that asked to be left alone, with the answer in which they did. */
  const quiet = new Map<string, { readonly answer: Answer; readonly until: number }>();

  const send: Send = async (request, patience = conduct.patience(request.at, limits)) => {
    const resting = quiet.get(request.url);
    if (resting !== undefined && performance.now() < resting.until) return resting.answer;
    for (let number = 1; ; number += 1) {
      const answer = await followed(request, patience);
      const attempt = { at: request.at, number, answer, limits };
      const wait = conduct.pauseBefore(attempt);
      if (wait === undefined) {
        quiet.set(request.url, { answer, until: performance.now() + conduct.rest(attempt) });
        return answer;
      }
      await pause(wait, undefined, { signal: closed.signal });
    }
  };

  return {
    send,
    sent: () => sent,
    [Symbol.dispose]() {
      closed.abort();
      for (const opened of [connections, ...unkept]) opened[Symbol.dispose]();
    },
  };
}

const limitOf = (patience: number, closed: AbortSignal) =>
  Number.isFinite(patience) ? AbortSignal.any([closed, AbortSignal.timeout(patience)]) : closed;

function headersOf({ method, url, headers, body }: Outgoing, cookie: string | undefined): Header[] {
  const own: Header[] = [
    ['Host', new URL(url).host],
    ['Connection', 'keep-alive'],
    ['User-Agent', userAgent],
    ['Accept', 'application/json'],
    ['Accept-Encoding', 'gzip'],
    ...headers,
  ];
  if (cookie !== undefined) own.push(['Cookie', cookie]);
  if (body !== undefined || method === 'POST' || method === 'PUT' || method === 'PATCH')
    own.push(['Content-Length', String(Buffer.byteLength(body ?? ''))]);
  return own;
}

const withoutBody = (request: Outgoing): Outgoing => ({
  ...request,
  headers: request.headers.filter(([name]) => name !== 'Content-Type'),
  body: undefined,
});

function redirectOf({ at, method, url }: Outgoing, answer: Answer): Redirect | undefined {
  const to = URL.parse(headerOf(answer, 'location') ?? '', url);
  if (![301, 302, 303, 307, 308].includes(answer.status) || to === null) return undefined;
  return { at, status: answer.status, method, from: new URL(url), to };
}

function keepCookie(cookies: Map<string, string>, url: string, answer: Pick<Answer, 'headers'>): void {
  const [cookie] = headerOf(answer, 'set-cookie')?.split(';') ?? [];
  if (cookie !== undefined) cookies.set(new URL(url).origin, cookie);
}
