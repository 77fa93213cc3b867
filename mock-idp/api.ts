import type { RawExchange } from '../src/recording/exchange.ts';
import type { Fault } from './faults/fault.ts';
import type { BrokenHandshake } from './recorder.ts';

/**
 * How the IdP treats what the specifications leave open. `strict`: stock oidc-provider rules (`application_type` is `web`
 * or `native`). `gravitee`: as Gravitee Access Management, any `application_type` is taken and echoed.
 */
export type IdpProfile = 'strict' | 'gravitee';

export interface ViewOptions {
  profile?: IdpProfile;
  /** RFC 7592 §2.2, §5: every update answers with a new `registration_access_token`. */
  rotateRegistrationAccessToken?: boolean;
  /** The scope that opens the registration endpoint. */
  adminScope?: string;
  /** Scheme, host and port by which clients reach the view, when those are not the IdP's own: behind a mapped port. */
  origin?: string;
}

export interface AdminClient {
  clientId: string;
  clientSecret: string;
  scope: string;
}

/** A person who can sign in at the IdP. */
export interface TestUser {
  username: string;
  password: string;
}

/** A client as the IdP holds it. */
export interface RegisteredClient {
  clientId: string;
  metadata: Record<string, unknown>;
}

/** One isolated IdP: own issuer path, own keys and clients, own log, own faults. */
export interface IdpView extends AsyncDisposable {
  readonly name: string;
  /** `http://127.0.0.1:PORT/NAME`: one string for browser, product and harness. */
  readonly issuer: string;
  readonly discoveryUrl: string;
  /** undefined: the harness knows nobody who could sign in there. */
  readonly testUser?: TestUser;
  /** Makes a confidential client that may use `client_credentials` with the admin scope. */
  createAdminClient(wanted?: Partial<AdminClient>): Promise<AdminClient>;
  /** A static initial access token (RFC 7591 §3) as an administrator would hand out. */
  createInitialAccessToken(): Promise<string>;
  exchanges(): readonly RawExchange[];
  /** Resolves as soon as an exchange matches; rejects with a sentence naming `what` after `deadline` milliseconds. */
  waitForExchange(what: string, matches: (exchange: RawExchange) => boolean, deadline?: number): Promise<RawExchange>;
  /** Clients made by registration, not the admin clients; null when the IdP cannot be asked. */
  clients(): Promise<RegisteredClient[] | null>;
  /** Armed until `disarm`, or for as many requests as the fault has `times`; composed left to right. */
  arm(...faults: Fault[]): void;
  disarm(): void;
}

/** A view of the mock, which can always be asked. */
export interface MockIdpView extends IdpView {
  clients(): Promise<RegisteredClient[]>;
}

export interface RunningMockIdp extends AsyncDisposable {
  /** As clients address it. */
  readonly origin: string;
  /** PEM of the authority that made its certificate; undefined without TLS. */
  readonly ca: string | undefined;
  /** TLS handshakes that clients broke off. */
  readonly brokenHandshakes: () => readonly BrokenHandshake[];
  view(name: string, options?: ViewOptions): Promise<MockIdpView>;
}

/** Where a recorder listens, and how clients reach it. */
export interface SiteOptions {
  /** 0, the default: any free port. */
  port?: number;
  host?: string;
  /**
   * Scheme, host and port by which clients reach it when that is not where it listens: behind a port mapping, in an image.
   * Port 0 stands for the port that it gets.
   */
  publicUrl?: string;
  /** Serve over https, with a certificate of an authority that is made for this run. */
  tls?: boolean;
}

export type MockIdpOptions = SiteOptions;
