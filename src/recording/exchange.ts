import { z } from 'zod';

/** A header as it was on the wire: name and value in the order and case they came. */
const header = z.tuple([z.string(), z.string()]);

/** A message body. Bytes that are not valid UTF-8 are kept one to one as `latin1` characters. */
const body = z.strictObject({
  text: z.string(),
  encoding: z.enum(['utf8', 'latin1']),
  /** Length on the wire in bytes, before redaction. */
  bytes: z.int().nonnegative(),
});

/** RFC 6749 §2.3.1: how the id and the secret of an `Authorization: Basic` header were written before base64. */
const basicCredentials = z.strictObject({
  kind: z.literal('basic-credentials'),
  clientId: z.string(),
  /** `either`: no character in them would have been changed by the encoding, so the two forms are the same bytes. */
  encoding: z.enum(['form-urlencoded', 'raw', 'either', 'malformed']),
  /** Characters that form-urlencoding would have replaced, as a readable list such as `"/" "="`. Never the secret itself. */
  reserved: z.string(),
  charset: z.enum(['ascii', 'utf-8', 'other']),
});

/** What a rule may know about a secret once its value is gone. */
const secretFact = z.strictObject({
  kind: z.literal('secret'),
  hash: z.string(),
  member: z.string(),
  length: z.int().nonnegative(),
  alphabet: z.enum(['digits', 'hex', 'base64url', 'base64', 'printable-ascii', 'other']),
});

/** A value of the answer that the recorder put another address into; `was` is what the IdP had sent. */
const rewritten = z.strictObject({
  part: z.enum(['response body', 'response header']),
  /** JSON pointer (RFC 6901) or header name. */
  pointer: z.string(),
  was: z.string(),
});

/** What went on between the recorder and an IdP that has its own addresses. */
const upstream = z.strictObject({
  /** Where the request was sent on to. */
  url: z.string(),
  rewritten: z.array(rewritten),
  /** Why there was no answer. */
  failure: z.string().optional(),
});

const fact = z.discriminatedUnion('kind', [basicCredentials, secretFact]);

/** One HTTP request and its response. Times are milliseconds since the epoch, fractions allowed. */
export const exchangeSchema = z.strictObject({
  number: z.int().positive(),
  /** Number of the step that was under way when the request arrived; 0 before the first. */
  step: z.int().nonnegative(),
  startedAt: z.number(),
  endedAt: z.number(),
  /** Requests with the same number came over one TCP connection. 0: unknown (imported). */
  connection: z.int().nonnegative(),
  request: z.strictObject({
    method: z.string(),
    /** Absolute URL: scheme and authority the client addressed, then the request target as it was sent. */
    url: z.string(),
    httpVersion: z.string(),
    headers: z.array(header),
    body,
  }),
  response: z.strictObject({
    status: z.int(),
    /** `cut`: the connection ended before the answer was complete. `none`: no answer was sent. */
    delivery: z.enum(['complete', 'cut', 'none']),
    headers: z.array(header),
    body,
  }),
  /** Names of the faults that shaped this answer. */
  faults: z.array(z.string()),
  /** Present when the request came over TLS. */
  tls: z
    .strictObject({ version: z.string(), serverName: z.string().nullable(), clientCertificate: z.string().nullable() })
    .optional(),
  /** Present when the IdP behind the recorder has addresses of its own. */
  upstream: upstream.optional(),
  facts: z.array(fact),
});

export type Header = z.infer<typeof header>;
export type Body = z.infer<typeof body>;
export type Fact = z.infer<typeof fact>;
export type BasicCredentials = z.infer<typeof basicCredentials>;
export type Exchange = z.infer<typeof exchangeSchema>;

/**
 * An exchange as the recorder holds it in memory: bodies are bytes, secrets are in the clear. Never written to disk.
 * `bodyBytes` is the length on the wire where `body` is only its beginning, or was compressed on the way.
 */
export interface RawExchange {
  number: number;
  startedAt: number;
  endedAt: number;
  connection: number;
  request: { method: string; url: string; httpVersion: string; headers: Header[]; body: Buffer; bodyBytes?: number };
  response: {
    status: number;
    delivery: 'complete' | 'cut' | 'none';
    headers: Header[];
    body: Buffer;
    bodyBytes?: number;
  };
  faults: string[];
  tls?: Exchange['tls'];
  upstream?: Exchange['upstream'];
}
