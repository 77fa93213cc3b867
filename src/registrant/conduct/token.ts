import { textIn, textsIn, type Metadata } from '../metadata.ts';
import { refusal } from '../refusal.ts';

export type AuthMethod = 'client_secret_basic' | 'client_secret_post';

/** What the client asks of a token answer, and how it asks for one. */
export interface TokenConduct {
  /** Throws a refusal when the client knows none of the methods. */
  readonly authMethod: (supported: unknown) => AuthMethod;
  readonly isTokenType: (type: unknown) => boolean;
  /** undefined: there is none. */
  readonly tokenIn: (value: unknown) => string | undefined;
  readonly tokenComplaint: (answer: Metadata) => string | undefined;
  /** The scopes that were asked for and are not granted. */
  readonly lacking: (granted: unknown, asked: readonly string[]) => readonly string[];
  /** Milliseconds that a token may be used for; 0: it is over, or nobody knows and it is used at once and once. */
  readonly tokenLifetime: (expiresIn: unknown) => number;
  readonly isOver: (expiresIn: unknown) => boolean;
  readonly probesToken: boolean;
}

const known: readonly AuthMethod[] = ['client_secret_basic', 'client_secret_post'];

/** RFC 8414 §2: without the member it is Basic. One of the wrong type says nothing. */
function authMethod(supported: unknown): AuthMethod {
  const names = textsIn(supported) ?? ['client_secret_basic'];
  const method = known.find((name) => names.includes(name));
  if (method !== undefined) return method;
  throw refusal(
    `The token endpoint takes ${names.join(', ')}; this client knows client_secret_basic and client_secret_post.`,
  );
}

/** RFC 6749 §5.1: without the member it is what was asked for. Some servers send an array. */
function lacking(granted: unknown, asked: readonly string[]): readonly string[] {
  const scopes = textsIn(granted) ?? textIn(granted)?.split(' ');
  return scopes === undefined ? [] : asked.filter((scope) => !scopes.includes(scope));
}

/** Milliseconds before its end at which a token is no longer used, for the time a request is on its way. */
const margin = 500;

/** RFC 6749 §5.1: seconds. Some servers send text. */
const secondsIn = (expiresIn: unknown): number | undefined => {
  const seconds = typeof expiresIn === 'string' ? Number.parseInt(expiresIn, 10) : expiresIn;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined;
};

export const correctToken: TokenConduct = {
  authMethod,
  // RFC 6749 §5.1: the value is compared without case.
  isTokenType: (type) => typeof type === 'string' && type.toLowerCase() === 'bearer',
  tokenIn: textIn,
  tokenComplaint: () => undefined,
  lacking,
  tokenLifetime: (expiresIn) => Math.max(0, (secondsIn(expiresIn) ?? 0) * 1000 - margin),
  isOver: (expiresIn) => (secondsIn(expiresIn) ?? 1) <= 0,
  probesToken: true,
};
