import type { Application, ApplicationType, ProbedCase, Provider, Recording, Step } from './recording.ts';
import type { Body, Exchange, Header } from './exchange.ts';

/** Which endpoint of the IdP a request was for, read from the discovery documents and registration answers in the recording. */
export type Role = 'discovery' | 'token' | 'registration' | 'management' | 'renewal' | 'other';

/** A message with its body parsed once. `json` is undefined when the body is not JSON, `form` when it is not a form. */
export interface SeenMessage {
  readonly headers: readonly Header[];
  readonly body: Body;
  readonly json: unknown;
  /** Values of every header of that name, in order; the name is compared without case (RFC 9110 §5.1). */
  header(name: string): readonly string[];
}

/** An exchange as a check reads it. */
export interface SeenExchange {
  /** Id of the recording it is from. */
  readonly recording: string;
  readonly number: number;
  readonly exchange: Exchange;
  readonly role: Role;
  readonly step: Step | undefined;
  readonly method: string;
  readonly url: string;
  readonly request: SeenMessage & { readonly form: readonly (readonly [string, string])[] | undefined };
  readonly response: SeenMessage & { readonly status: number };
  /** The application this registration was for: as the scenario asked for it, else as the request itself says. */
  readonly applicationType: ApplicationType | undefined;
  readonly application: Application | undefined;
}

/** The discovery document that was in force for an exchange, parsed; undefined when none was seen before it. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Something that the harness tried at an identity provider, with its exchanges. */
export interface SeenCase extends Omit<ProbedCase, 'exchanges' | 'decisive'> {
  readonly recording: string;
  readonly decisive: SeenExchange | undefined;
  readonly exchanges: readonly { readonly purpose: string; readonly exchange: SeenExchange }[];
}

/** One or more recordings, indexed for the checks. Built once by `see`; every member is read-only. */
export interface Seen {
  readonly recordings: readonly Recording[];
  readonly exchanges: readonly SeenExchange[];
  /** By name, in the order they were tried. */
  readonly cases: ReadonlyMap<string, SeenCase>;
  /** In the order they were recorded; the array is the same object on each call. */
  of(role: Role): readonly SeenExchange[];
  metadataFor(exchange: SeenExchange): Metadata | undefined;
  providerFor(exchange: SeenExchange): Provider | undefined;
}
