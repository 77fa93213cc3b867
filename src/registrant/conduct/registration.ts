import { isRedirected, type RegistrableType } from '../application-types.ts';
import { textIn, textsIn, type Metadata } from '../metadata.ts';
import { notices, type Notice } from '../notices.ts';
import type { Registration, Shown } from '../registration.ts';
import type { Answer } from './wire.ts';

/** What the client does with the answer to a registration, and before it asks for one. */
export interface RegistrationConduct {
  readonly redirectComplaint: (type: RegistrableType, redirectUris: readonly string[]) => string | undefined;
  readonly encode: (metadata: Metadata) => string;
  readonly isRegistered: (status: number) => boolean;
  /** `read` throws a refusal when the answer is no JSON object. */
  readonly informationOf: (answer: Answer, read: () => Metadata) => Metadata;
  /** What else is wrong with client information; the specification asks for nothing more than an id. */
  readonly informationComplaint: (answer: Metadata) => string | undefined;
  /** undefined: the answer names no client. */
  readonly clientIdIn: (value: unknown) => string | null | undefined;
  readonly isTaken: (clientId: string, others: readonly Registration[]) => boolean;
  /** What is kept of an answer, over what was asked. */
  readonly keep: (asked: Metadata, answer: Metadata) => Metadata;
  readonly show: (registration: Registration) => Shown;
  readonly notices: readonly Notice[];
  /** How often a token that is refused is replaced. */
  readonly freshTokens: number;
  readonly forgetsInvalidToken: boolean;
  /** Deletes a client at the identity provider that no application came of. */
  readonly undoes: boolean;
  readonly registersAgain: (after: 'late' | 'lost') => boolean;
  /** What a person is told when nobody knows whether a client was registered. */
  readonly nobodyKnows: (reason: string) => string;
}

const lists = new Set(['redirect_uris', 'grant_types', 'response_types', 'contacts']);
const texts = new Set([
  'client_id',
  'client_name',
  'client_secret',
  'application_type',
  'token_endpoint_auth_method',
  'scope',
  'registration_client_uri',
  'registration_access_token',
  'software_id',
]);

function isUsable(name: string, value: unknown): boolean {
  if (value === null) return false;
  if (lists.has(name)) return textsIn(value) !== undefined;
  return !texts.has(name) || typeof value === 'string';
}

/** RFC 7591 §2 has the scope as text; an array says the same. */
const normal = (name: string, value: unknown): unknown =>
  name === 'scope' ? (textsIn(value)?.join(' ') ?? value) : value;

/** Members that mean nothing in their type are as good as absent; those that nobody knows are kept as they are. */
function keep(asked: Metadata, answer: Metadata): Metadata {
  const answered = Object.entries(answer).map(([name, value]) => [name, normal(name, value)] as const);
  const unsaid = Object.entries(asked).filter(([name]) => answer[name] !== null);
  return Object.fromEntries([...unsaid, ...answered.filter(([name, value]) => isUsable(name, value))]);
}

export const nameIn = ({ information, asked }: Registration): string =>
  textIn(information['client_name']) ?? textIn(asked['client_name']) ?? '';

const show = (registration: Registration): Shown => ({
  name: nameIn(registration),
  clientId: registration.clientId,
  grantTypes: textsIn(registration.information['grant_types']) ?? [],
  redirectUris: textsIn(registration.information['redirect_uris']) ?? [],
  scope: textIn(registration.information['scope']),
  authMethod: textIn(registration.information['token_endpoint_auth_method']),
  secret: textIn(registration.information['client_secret']),
});

export const correctRegistration: RegistrationConduct = {
  // RFC 7591 §5: a client with a redirect flow must register where it may be redirected to.
  redirectComplaint: (type, redirectUris) =>
    isRedirected(type) && redirectUris.length === 0 ? 'An application of this type needs a redirect URI.' : undefined,
  encode: (metadata) => JSON.stringify(metadata),
  // RFC 7591 §3.2.1 says 201; servers that answer 200 with client information have registered it all the same.
  isRegistered: (status) => status === 201 || status === 200,
  informationOf: (_answer, read) => read(),
  informationComplaint: () => undefined,
  clientIdIn: (value) => (typeof value === 'number' ? String(value) : textIn(value)),
  isTaken: (clientId, others) => others.some((other) => other.clientId === clientId),
  keep,
  show,
  notices,
  freshTokens: 1,
  forgetsInvalidToken: true,
  undoes: true,
  registersAgain: () => false,
  nobodyKnows: (reason) => `${reason} A client may have been registered that nobody knows of.`,
};
