import { jsonOf, objectOf, stringOf } from '../recording/body.ts';
import type { Seen, SeenExchange } from '../recording/seen.ts';
import { bearerOf, succeeded } from './credentials.ts';
import { tokenRequests } from './sources.ts';

/** An access token that the token endpoint gave out; `expiresAt` in milliseconds since the epoch. */
export interface IssuedToken {
  readonly mark: string;
  readonly expiresAt: number;
  readonly by: SeenExchange;
}

interface Issued {
  readonly byRecording: ReadonlyMap<string, readonly IssuedToken[]>;
  readonly byMark: ReadonlyMap<string, IssuedToken>;
}

const cache = new WeakMap<Seen, Issued>();

/** The first token that the recording of an exchange saw issued. */
export const firstToken = (seen: Seen, { recording }: SeenExchange): IssuedToken | undefined =>
  issued(seen).byRecording.get(recording)?.[0];

/** The token that an exchange presents as Bearer, if its recording saw it issued. */
export const presentedToken = (seen: Seen, exchange: SeenExchange): IssuedToken | undefined =>
  issued(seen).byMark.get(`${exchange.recording} ${bearerOf(exchange) ?? ''}`);

function issued(seen: Seen): Issued {
  const known = cache.get(seen);
  if (known !== undefined) return known;
  const tokens = tokenRequests.in(seen).flatMap(tokenOf);
  const index = {
    byRecording: Map.groupBy(tokens, ({ by }) => by.recording),
    byMark: new Map(tokens.map((token) => [`${token.by.recording} ${token.mark}`, token])),
  };
  cache.set(seen, index);
  return index;
}

function tokenOf(exchange: SeenExchange): IssuedToken[] {
  const answer = answerOf(exchange);
  const mark = stringOf(answer?.['access_token']);
  if (mark === undefined || !succeeded(exchange)) return [];
  const lifetime = Number(answer?.['expires_in'] ?? Number.POSITIVE_INFINITY) * 1000;
  return [{ mark, expiresAt: exchange.exchange.endedAt + lifetime, by: exchange }];
}

/** The JSON object of an answer, which a client may read after a byte order mark as well (RFC 8259 §8.1). */
const answerOf = ({ response }: SeenExchange) =>
  objectOf(response.json ?? jsonOf(response.body.text.replace(/^\uFEFF/, '')));

/** A client as its own answers describe it: what was issued to it last. */
export interface IssuedClient {
  readonly clientId: string;
  readonly uri: string | undefined;
  readonly token: string | undefined;
  readonly secret: string | undefined;
  /** What it was given first. */
  readonly firstToken: string | undefined;
  readonly firstSecret: string | undefined;
  /** The members of its last answer. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/**
 * The client of a registration, update, read or renewal answer; undefined when it was refused or names none. A client keeps
 * the id that it was registered with, whatever a later answer says.
 */
export function clientIn(exchange: SeenExchange, before: IssuedClient | undefined): IssuedClient | undefined {
  const answer = answerOf(exchange);
  const clientId = before?.clientId ?? stringOf(answer?.['client_id']);
  if (answer === undefined || clientId === undefined || !succeeded(exchange)) return before;
  const token = stringOf(answer['registration_access_token']) ?? before?.token;
  const secret = stringOf(answer['client_secret']) ?? before?.secret;
  return {
    clientId,
    uri: stringOf(answer['registration_client_uri']) ?? before?.uri,
    token,
    secret,
    firstToken: before?.firstToken ?? token,
    firstSecret: before?.firstSecret ?? secret,
    answer,
  };
}

/** A request to a client's own endpoints with what the client had been issued until then. */
export interface ClientRequest {
  readonly exchange: SeenExchange;
  readonly client: IssuedClient;
}

const requests = new WeakMap<Seen, readonly ClientRequest[]>();

/** The updates, reads, deletions and renewals of clients whose registration is in the same recording. */
export function clientRequests(seen: Seen): readonly ClientRequest[] {
  const known = requests.get(seen) ?? findClientRequests(seen);
  requests.set(seen, known);
  return known;
}

function findClientRequests(seen: Seen): readonly ClientRequest[] {
  const clients = new Map<string, IssuedClient>();
  return seen.exchanges.flatMap((exchange) => {
    const { recording, role } = exchange;
    if (role !== 'registration' && role !== 'management' && role !== 'renewal') return [];
    const key = role === 'registration' ? undefined : keysOf(exchange).find((candidate) => clients.has(candidate));
    const before = key === undefined ? undefined : clients.get(key);
    const after = clientIn(exchange, before);
    if (after !== undefined) for (const own of ownKeys(recording, after)) clients.set(own, after);
    return before === undefined ? [] : [{ exchange, client: before }];
  });
}

const ownKeys = (recording: string, { clientId, uri }: IssuedClient): readonly string[] =>
  [clientId, uri].flatMap((name) => (name === undefined ? [] : [`${recording} ${name}`]));

/** A management URI names the client as a whole; a renewal address has its id as one segment of the path. */
function keysOf({ recording, url }: SeenExchange): readonly string[] {
  const segments = (URL.parse(url)?.pathname ?? '').split('/').map(decoded).reverse();
  return [url, ...segments].map((name) => `${recording} ${name}`);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
