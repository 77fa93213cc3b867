import { gunzipSync } from 'node:zlib';
import { refusal } from '../refusal.ts';
import { tooLong, type Header, type WireAnswer } from '../http/wire.ts';

/** The endpoint that a request is for. */
export type At = 'discovery' | 'token' | 'registration' | 'management' | 'renewal';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How long and how much the client bears. Times in milliseconds. */
export interface Limits {
  /** Until a person is told that there was no answer. */
  readonly answer: number;
  /** Until an answer that may still come is given up; a client that comes late is deleted again. */
  readonly late: number;
  /** The longest `Retry-After` that is waited for. */
  readonly retry: number;
  /** Bytes of a body, unpacked. */
  readonly bytes: number;
}

/** An answer whose body has been unpacked and read as text. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly text: string;
}

/** A request for an endpoint, without what is the same for all of them. */
export interface Outgoing {
  readonly at: At;
  readonly method: Method;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body?: string | undefined;
}

export interface Redirect {
  readonly at: At;
  readonly status: number;
  readonly method: Method;
  readonly from: URL;
  readonly to: URL;
}

/** How a redirect is followed. */
export interface Hop {
  readonly method: Method;
  readonly credentials: boolean;
  readonly body: boolean;
}

export interface Attempt {
  readonly at: At;
  /** 1 for the first. */
  readonly number: number;
  readonly answer: Answer;
  readonly limits: Limits;
}

/** What the client decides about connections, redirects, repetition and bytes. */
export interface WireConduct {
  readonly patience: (at: At, limits: Limits) => number;
  readonly longestBody: (at: At, limits: Limits) => number;
  readonly follow: (redirect: Redirect) => Hop | undefined;
  /** Milliseconds to wait before the request is made again; undefined: it is not. */
  readonly pauseBefore: (attempt: Attempt) => number | undefined;
  /** Milliseconds for which the address is not asked again at all. */
  readonly rest: (attempt: Attempt) => number;
  readonly unpack: (answer: WireAnswer, limit: number) => Buffer;
  readonly decode: (bytes: Buffer, at: At, contentType: string) => string;
  readonly keepsCookies: boolean;
  readonly keepsConnections: boolean;
  /** RFC 6750 §2.1: the token goes into the header and nowhere else. */
  readonly authorize: (request: Outgoing, token: string) => Outgoing;
}

export const headerOf = ({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfter(answer: Answer): number | undefined {
  const value = headerOf(answer, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** RFC 6585 §4, RFC 9110 §15.6.4: how long a server asks to be left alone. */
const waitOf = (answer: Answer) => (answer.status === 429 || answer.status === 503 ? retryAfter(answer) : undefined);

/** Timers may fire a moment early. */
const margin = 10;

/**
 * RFC 9110 §15.4: 307 and 308 keep method and body. A POST is never turned into a GET, a token stays at home, and the
 * administrator's credentials go nowhere but to the address in the metadata.
 */
function follow({ at, status, method, from, to }: Redirect): Hop | undefined {
  if (to.origin !== from.origin) return undefined;
  if (at === 'discovery') return { method, credentials: false, body: false };
  const keepsMethod = status === 307 || status === 308;
  return at === 'registration' && keepsMethod ? { method, credentials: true, body: true } : undefined;
}

function unpack({ headers, body }: WireAnswer, limit: number): Buffer {
  const coding = headerOf({ headers }, 'content-encoding');
  if (coding === undefined || coding === 'identity' || body.length === 0) return body;
  if (coding !== 'gzip' && coding !== 'x-gzip')
    throw refusal(`The identity provider sent an answer in the encoding ${coding}, which was not offered.`, 'lost');
  try {
    return gunzipSync(body, { maxOutputLength: limit });
  } catch {
    throw tooLong(limit);
  }
}

/** RFC 8259 §8.1: JSON between systems is UTF-8, whatever the media type says. A byte order mark is passed over. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The characters that a Bearer token may have: RFC 6750 §2.1. */
const isBearerToken = (token: string) => /^[\w.~+/-]+=*$/.test(token);

export const correctWire: WireConduct = {
  patience: (_at, { answer }) => answer,
  longestBody: (_at, { bytes }) => bytes,
  follow,
  pauseBefore({ number, answer, limits }) {
    const wait = number > 1 ? undefined : waitOf(answer);
    return wait === undefined || wait > limits.retry ? undefined : wait + margin;
  },
  rest: ({ answer }) => waitOf(answer) ?? 0,
  unpack,
  decode,
  keepsCookies: false,
  keepsConnections: true,
  authorize(request, token) {
    if (!isBearerToken(token))
      throw refusal(
        'The identity provider issued a token that no header can carry.',
        request.at === 'registration' ? 'unusable' : 'not-manageable',
      );
    return { ...request, headers: [['Authorization', `Bearer ${token}`], ...request.headers] };
  },
};
