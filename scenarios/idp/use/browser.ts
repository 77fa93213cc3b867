import type { RawExchange } from '../../../src/recording/exchange.ts';

/** An authorization request as a person's browser meets it. */
export interface Visit {
  readonly url: string;
  /** Where the client waits for the answer; it need not exist. */
  readonly redirectUri: string;
  readonly user: { readonly name: string; readonly password: string };
}

/** What a page that asked for consent showed of the client. */
export interface ConsentPage {
  readonly text: string;
  /** Addresses that it links to, and of the pictures on it. */
  readonly addresses: readonly string[];
  /** Elements of the page with the id that a name smuggled in. */
  readonly smuggled: number;
}

/** Where the browser ended up. */
export interface Visited {
  /** What the page itself loaded, in order; numbers are not given yet. */
  readonly exchanges: readonly Omit<RawExchange, 'number'>[];
  /** The redirect URI with what the IdP added; undefined: the browser was not sent there. */
  readonly back: URL | undefined;
  /** Why the browser went no further, in one sentence; undefined when it came back. */
  readonly stuck: string | undefined;
  readonly consent: ConsentPage | undefined;
}

/** A browser in which a person signs in at the IdP; it keeps its session from one visit to the next. */
export interface LoginBrowser extends AsyncDisposable {
  visit(visit: Visit): Promise<Visited>;
}

/** The id of an element that the name of a client carries as markup; on a page that escapes it there is none. */
export const smuggledId = 'dcrh-smuggled';

/** RFC 6749 §4.1.2: parameters are added to the redirect URI, nothing else is changed. */
export const isAt = (address: string, redirectUri: string): boolean =>
  address.startsWith(redirectUri) && /^$|^[?&#]/.test(address.slice(redirectUri.length));
