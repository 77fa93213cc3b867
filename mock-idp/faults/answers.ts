import { marked, redirectedFrom } from './addresses.ts';
import type { Answer, Fault } from './fault.ts';

export type StandIn = NonNullable<Fault['instead']>;

type Headers = readonly [string, string][];

const noStore: [string, string] = ['Cache-Control', 'no-store'];

const answerOf = (code: number, contentType: string, body: unknown, more: Headers = []): Answer => ({
  status: code,
  headers: [...more, noStore, ['Content-Type', contentType]],
  body,
});

export const json = (code: number, body: unknown, ...headers: Headers): (() => Answer) => {
  return () => answerOf(code, 'application/json; charset=utf-8', body, headers);
};

/** RFC 6749 §5.2 and RFC 7591 §3.2.2 share this form. */
export const oauthError = (code: number, error: string, description: string, ...headers: Headers): (() => Answer) =>
  json(code, { error, error_description: description }, ...headers);

/** RFC 6750 §3: the challenge says what the body says. */
export const bearerError = (code: number, error: string, description: string, scope?: string): (() => Answer) => {
  const parts = ['realm="mock"', `error="${error}"`, `error_description="${description}"`];
  const named = scope === undefined ? parts : [...parts, `scope="${scope}"`];
  return oauthError(code, error, description, ['WWW-Authenticate', `Bearer ${named.join(', ')}`]);
};

/** A page where JSON was asked for, as a gateway or a login wall gives it. */
export const html = (code: number): (() => Answer) => {
  return () =>
    answerOf(
      code,
      'text/html; charset=utf-8',
      '<!doctype html>\n<html lang="en"><title>Sign in</title><h1>Please sign in</h1></html>\n',
    );
};

/** A status and nothing else: no body, and no media type of one. */
export const empty = (code: number, ...headers: Headers): (() => Answer) => {
  return () => ({ status: code, headers: [...headers, noStore], body: undefined });
};

/**
 * Sends the client to another address of the same kind, once: the address is marked, and what comes there gets `landing`,
 * or goes to the IdP when there is none.
 */
export const redirect = (code: number, locationOf: (url: string) => string, landing?: StandIn): StandIn => {
  return (url) =>
    redirectedFrom(url)
      ? landing?.(url)
      : answerOf(code, 'text/plain; charset=utf-8', '', [['Location', marked(locationOf(url), code)]]);
};
