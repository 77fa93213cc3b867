/**
 * The same address on another origin that leads to the same server, so that the recorder sees what a client sends there:
 * `localhost` for `127.0.0.1` and the other way round. Any other host gets a name that resolves nowhere (RFC 6761 §6.4).
 */
export function elsewhere(url: string): string {
  const other = new URL(url);
  const loopback: Record<string, string> = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' };
  other.hostname = loopback[other.hostname] ?? 'elsewhere.invalid';
  return other.href;
}

/** The same address without TLS. What has none already stays as it is. */
export const overHttp = (url: string): string => url.replace(/^https:/, 'http:');

/**
 * A link-local address, where clouds keep the credentials of their machines. This one is reserved (RFC 3927 §2.1), so
 * that a client that does follow it finds no real service.
 */
export const linkLocal = (url: string): string => `http://169.254.0.1${new URL(url).pathname}`;

/** A name such as an IdP behind a proxy has on the inside; it resolves nowhere (RFC 6761 §6.4). */
export const unreachable = (url: string): string => `http://idp.internal.invalid:8092${new URL(url).pathname}`;

/** Path and query alone. */
export const relative = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

export function withQuery(url: string, name: string, rawValue: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${rawValue}`;
}

const mark = 'redirected';

/** The address with a note that a redirect led there. */
export const marked = (url: string, code: number): string => withQuery(url, mark, String(code));

export const redirectedFrom = (url: string): boolean => new URL(url).searchParams.has(mark);
