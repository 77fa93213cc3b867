import type { RegistrableType } from './application-types.ts';
import type { BehaviourName } from './behaviours.ts';
import type { RenewMethod } from './conduct/renewal.ts';
import type { Limits } from './conduct/wire.ts';
import type { Change, Wanted } from './registration.ts';

export type { BehaviourName } from './behaviours.ts';
export type { Change, Wanted } from './registration.ts';

export interface RegistrantOptions {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Address of secret renewal; `{#client_id}` stands for the id of the client. */
  readonly renewEndpoint?: string;
  /** POST when left out. */
  readonly renewMethod?: RenewMethod;
  readonly softwareId?: string;
  /** In what the client is wrong on purpose; nothing when left out. */
  readonly behaviours?: ReadonlySet<BehaviourName>;
  readonly limits?: Partial<Limits>;
  /** What the product does with a client after it was registered: stores it, say. A rejection ends the creation. */
  readonly store?: (name: string) => Promise<void>;
}

/** An application as the product shows it. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly type: RegistrableType;
  readonly outcome: 'created' | 'refused';
  /** Why it was refused, or what the person should know of what was registered. */
  readonly message?: string;
  readonly clientId: string | null;
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly scope: string | undefined;
  readonly authMethod: string | undefined;
  readonly secret: string | undefined;
}

/** How an operation ended, and what the person was told. */
export interface Outcome {
  readonly outcome: 'done' | 'refused';
  readonly message?: string;
}

export interface Settings {
  readonly softwareId?: string;
}

/** A small registering product: RFC 7591, RFC 7592, secret renewal. */
export interface Registrant extends AsyncDisposable {
  /** Reads the metadata and asks for a token, as an administrator does who saves a provider. Throws a readable error. */
  configure(settings?: Settings): Promise<void>;
  create(wanted: Wanted): Promise<Application>;
  update(id: string, change: Change): Promise<Outcome>;
  /** RFC 7592 §2.1: looks what the identity provider knows of the client. */
  read(id: string): Promise<Outcome>;
  renew(id: string): Promise<Outcome>;
  remove(id: string): Promise<Outcome>;
  /** Every application that was asked for and has not been removed. */
  applications(): readonly Application[];
  /** How many requests have reached a server. */
  requests(): number;
  /** Resolves when nothing is going on behind what the person sees. */
  settled(): Promise<void>;
}
