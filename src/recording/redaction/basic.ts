import type { BasicCredentials } from '../exchange.ts';

/** The credentials of an `Authorization: Basic` header value. `secret` is what the client meant, decoded. */
export interface ParsedBasic {
  clientId: string;
  secret: string;
  fact: BasicCredentials;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Characters that no form-urlencoding changes, with those that common encoders leave alone without harm (`!~'()`). */
const unreserved = /^(?:[A-Za-z0-9*\-._!~'()]|\+|%[0-9A-Fa-f]{2})*$/;
const plain = /^[A-Za-z0-9*\-._!~'()]*$/;

/**
 * RFC 6749 §2.3.1: reads the credentials and tells how they were written. `knownSecrets` settles the cases that the
 * characters alone leave open, such as a secret that itself contains `%41`.
 */
export function parseBasic(base64: string, knownSecrets: ReadonlySet<string>): ParsedBasic | undefined {
  const bytes = Buffer.from(base64, 'base64');
  const text = decode(bytes);
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const id = text.slice(0, colon);
  const secret = text.slice(colon + 1);
  const encoding = encodingOf(id, secret, knownSecrets);
  const formEncoded = encoding === 'form-urlencoded';
  const clientId = formEncoded ? formDecode(id) : id;
  return {
    clientId,
    secret: formEncoded ? formDecode(secret) : secret,
    fact: {
      kind: 'basic-credentials',
      clientId,
      encoding,
      reserved: reservedIn(id + secret),
      charset: charsetOf(bytes),
    },
  };
}

function encodingOf(id: string, secret: string, known: ReadonlySet<string>): BasicCredentials['encoding'] {
  if (plain.test(id) && plain.test(secret)) return 'either';
  if (!unreserved.test(id) || !unreserved.test(secret)) return 'raw';
  return known.has(secret) && !known.has(formDecode(secret)) ? 'raw' : 'form-urlencoded';
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function charsetOf(bytes: Buffer): BasicCredentials['charset'] {
  if (bytes.every((byte) => byte < 0x80)) return 'ascii';
  try {
    utf8.decode(bytes);
    return 'utf-8';
  } catch {
    return 'other';
  }
}

/** The distinct reserved characters, so that a report can say what gave the form away without giving the secret away. */
const reservedIn = (text: string) =>
  [...new Set(text.match(/[^A-Za-z0-9*\-._!~'()]/gu) ?? [])]
    .sort()
    .map((character) => JSON.stringify(character))
    .join(' ');

const formDecode = (value: string) => new URLSearchParams(`v=${value}`).get('v') ?? value;
