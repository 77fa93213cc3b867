import type { RegistrableType } from './application-types.ts';
import type { Metadata } from './metadata.ts';

/** What a person asks to have registered. */
export interface Wanted {
  readonly name: string;
  readonly type: RegistrableType;
  readonly redirectUris: readonly string[];
  /** More members of client metadata (RFC 7591 §2). */
  readonly metadata?: Metadata;
}

/** What a person changes of it. A member of the metadata that is null is taken away. */
export type Change = Partial<Pick<Wanted, 'name' | 'redirectUris' | 'metadata'>>;

/** A client as the registering client keeps it. */
export interface Registration {
  /** null: the answer named none, and that was taken for a success. */
  readonly clientId: string | null;
  /** What was sent last. */
  readonly asked: Metadata;
  /** The client information (RFC 7591 §3.2.1) of all answers, laid over what was asked where they are silent. */
  readonly information: Metadata;
  /** The registration endpoint that issued it. */
  readonly endpoint: string;
}

/** What the product shows of a client. */
export interface Shown {
  readonly name: string;
  readonly clientId: string | null;
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly scope: string | undefined;
  readonly authMethod: string | undefined;
  readonly secret: string | undefined;
}
