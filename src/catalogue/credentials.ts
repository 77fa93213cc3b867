import type { SeenExchange } from '../recording/seen.ts';

/** The `Authorization` header: scheme in lower case (RFC 9110 §11.1: it has no case) and what follows it. */
export interface Authorization {
  readonly scheme: string;
  readonly credentials: string;
}

export function authorizationOf({ request }: SeenExchange): Authorization | undefined {
  const [value] = request.header('authorization');
  if (value === undefined) return undefined;
  const [, scheme = '', credentials = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? [];
  return { scheme: scheme.toLowerCase(), credentials };
}

/** The Bearer token as the recording writes it: its keyed hash. Empty when the scheme stands alone. */
export function bearerOf(exchange: SeenExchange): string | undefined {
  const authorization = authorizationOf(exchange);
  return authorization?.scheme === 'bearer' ? authorization.credentials : undefined;
}

export const formValues = ({ request }: SeenExchange, name: string): readonly string[] =>
  (request.form ?? []).filter(([own]) => own === name).map(([, value]) => value);

/** The ways in which a token request proves who sends it, by their registered names (RFC 7591 §2, OpenID Connect Core §9). */
export function authenticationOf(exchange: SeenExchange): readonly string[] {
  const methods: string[] = [];
  if (authorizationOf(exchange)?.scheme === 'basic') methods.push('client_secret_basic');
  if (formValues(exchange, 'client_secret').length > 0) methods.push('client_secret_post');
  if (formValues(exchange, 'client_assertion').length > 0) methods.push('private_key_jwt');
  return methods;
}

export const basicFactsOf = ({ exchange }: SeenExchange) =>
  exchange.facts.filter((fact) => fact.kind === 'basic-credentials');

const mark = /\[secret:[0-9a-f]{12}\]/g;

/** The keyed hashes in a text. */
export const marksIn = (text: string): readonly string[] => text.match(mark) ?? [];

/** RFC 6749 §5.1 or RFC 7591 §3.2.1: an answer that gave what was asked for. */
export const succeeded = ({ response }: SeenExchange): boolean => response.status >= 200 && response.status < 300;
