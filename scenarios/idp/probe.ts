import { Inconclusive } from '../../src/errors.ts';
import type { Header } from '../../src/recording/exchange.ts';
import type { Abilities } from './capability.ts';
import type { Outgoing, Sent } from './http/sent.ts';
import type { Subject } from './subject.ts';
import type { ConsentPage } from './use/browser.ts';

export type Members = Readonly<Record<string, unknown>>;

/** A client that the IdP registered for the harness: what was asked and the latest answer about it. */
export interface Registered {
  readonly asked: Members;
  readonly answer: Sent;
  readonly clientId: string;
  readonly secret: string | undefined;
  readonly uri: string | undefined;
  readonly token: string | undefined;
}

export interface RegistrationRequest {
  /** The JSON object to send, or a text that is sent as it is. */
  readonly body: Members | string;
  /** In place of the usual headers: `Authorization`, `Content-Type`, `Accept`. */
  readonly headers?: readonly Header[];
  readonly url?: string;
  readonly method?: string;
}

/** Where a person's browser ended up after an authorization request. */
export interface BrowserEnd {
  /** The last thing that the IdP answered. */
  readonly answer: Sent;
  /** The redirect URI with what the IdP added; undefined: the browser was not sent there. */
  readonly back: URL | undefined;
  /** Why the browser went no further. */
  readonly stuck: string | undefined;
  readonly consent: ConsentPage | undefined;
}

/** What a case may use. One run has one probe; what it learns is there for the cases that follow. */
export interface Probe extends Abilities {
  readonly subject: Subject;
  /** Prefix of the names of this run's clients: `dcrh-3f2a1c-`. */
  readonly prefix: string;
  /** The discovery document; empty before it was read. */
  metadata(): Members;
  learnMetadata(metadata: Members): void;
  /** An endpoint of the discovery document. Throws `Inconclusive` when it is not named there. */
  endpoint(name: 'token' | 'registration' | 'authorization' | 'introspection' | 'revocation' | 'userinfo'): string;
  /** Sends one request, recorded under the case that runs. `purpose` says what it is for; a rule finds its answer by it. */
  send(purpose: string, outgoing: Outgoing): Promise<Sent>;
  /** The answer that was had under that key before, in any group, or the one that comes now; a refusal is not kept. */
  once(key: string, ask: () => Promise<Sent>): Promise<Sent>;
  /** The answer that was had under that key. */
  known(key: string): Sent | undefined;
  /** An earlier answer of this group that shows what this case is about as well, so it is not asked for twice. */
  again(purpose: string, answer: Sent): Sent;
  /** Opens an authorization request in a browser, signs in and consents where it is asked for; every page is recorded. */
  visit(url: string, redirectUri: string): Promise<BrowserEnd>;
  /** Asks the token endpoint (RFC 6749 §4.4) for a token, by default with the subject's credentials and scope. */
  requestToken(purpose: string, change?: TokenRequest): Promise<Sent>;
  /** An access token of that client from the client credentials grant, asked for once. */
  accessTokenOf(client: Registered): Promise<string>;
  /** Basic credentials in the form that the IdP takes: form-encoded, unless it was seen to take only the other one. */
  basic(clientId: string, clientSecret: string): string;
  /** From now on Basic credentials go out as they are, not form-encoded. */
  learnRawCredentials(): void;
  /** A token of the administrator's client, asked for once; undefined when there is no such client. */
  clientCredentialsToken(): Promise<string | undefined>;
  /** The token that opens the registration endpoint, asked for once; undefined where registration is open. */
  adminToken(): Promise<string | undefined>;
  /** Takes over the token of an answer, so that it is not asked for twice. */
  learnAdminToken(answer: Sent): void;
  /** Headers of a registration as a correct client sends it. */
  registrationHeaders(): Promise<Header[]>;
  /** Sends a registration request and puts it into the ledger first. Success or not, the answer is given back. */
  register(purpose: string, wanted: RegistrationRequest): Promise<Sent>;
  /** What an answer says of a client; throws `Inconclusive` when it registered none. */
  registered(asked: Members, answer: Sent): Registered;
  /** The client of an earlier case; throws `Inconclusive` when that case registered none. */
  client(caseName: string): Registered;
  /** Keeps a client under the name of the running case, or of the case that registered it. */
  keep(client: Registered, caseName?: string): void;
  /** A client of its own for a case that may spoil it: registers `body` with a name of this run. */
  throwaway(body: Members): Promise<Registered>;
  /** A new answer about a client: the token in it replaces the old one in the ledger. */
  rekey(client: Registered, answer: Sent): Registered;
  /** The client was deleted by this case; the clean-up need not try. */
  gone(client: Registered): void;
  /** Something seen beside the exchanges. Never a secret. */
  note(name: string, value: string | number | boolean): void;
  /** Secrets that a case makes up itself. */
  hide(secret: string): void;
  /** A name of this run, different each time. */
  newName(): string;
}

export interface TokenRequest {
  /** Replaces the whole form. */
  readonly form?: readonly (readonly [string, string])[];
  /** Replaces `Authorization`; null leaves it out. */
  readonly authorization?: string | null;
  readonly headers?: readonly Header[];
  readonly url?: string;
  readonly method?: string;
}

/** Basic credentials that are not form-encoded first, as APIM sends them; RFC 6749 §2.3.1 wants both parts encoded. */
export const rawBasic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`;

/** Under which the token of a client is kept. */
export const tokenKey = (clientId: string): string => `token of ${clientId}`;

/** The form that asks for a token with client credentials (RFC 6749 §4.4.2). */
export const clientCredentialsForm = (scope: string | undefined): [string, string][] => [
  ['grant_type', 'client_credentials'],
  ...(scope === undefined ? [] : [['scope', scope] as [string, string]]),
];

export const formBody = (form: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString();

export const formType: Header = ['Content-Type', 'application/x-www-form-urlencoded'];
export const jsonType: Header = ['Content-Type', 'application/json'];
export const acceptJson: Header = ['Accept', 'application/json'];

export const bearer = (token: string): Header => ['Authorization', `Bearer ${token}`];

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The string member of an answer, or the end of the case: what it set out to do cannot be done without. */
export function needed(answer: Sent, member: string): string {
  const value = textOf(answer.members[member]);
  if (value !== undefined) return value;
  throw new Inconclusive(`the answer of exchange ${answer.number} (status ${answer.status}) has no ${member}`);
}
