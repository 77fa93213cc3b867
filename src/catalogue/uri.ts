const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const characters = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/** RFC 3986 §4.3, with a fragment allowed: a scheme, only characters of a URI, and a host where the scheme needs one. */
export const isAbsoluteUri = (text: string): boolean =>
  scheme.test(text) &&
  characters.test(text) &&
  URL.canParse(text) &&
  (!/^https?:/i.test(text) || /^https?:\/\/[^/?#]/i.test(text));

/** Where the browser ends up: RFC 7591 §5 and RFC 8252 §7 tell these kinds apart. */
export type RedirectKind = 'https' | 'loopback' | 'http' | 'private-use' | 'none';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

export function redirectKindOf(uri: string): RedirectKind {
  const url = isAbsoluteUri(uri) ? URL.parse(uri) : null;
  if (url === null) return 'none';
  if (url.protocol === 'https:') return 'https';
  if (url.protocol !== 'http:') return 'private-use';
  return loopbackHosts.includes(url.hostname) ? 'loopback' : 'http';
}

/** Schemes that a browser runs or reads itself instead of handing the answer to an application. */
const dangerousSchemes = /^(?:javascript|data|vbscript|file|blob|about):/i;

/** What makes a redirect URI unsafe to compare or to open (RFC 9700 §4.1); undefined when nothing does. */
export function dangerIn(uri: string): string | undefined {
  const [beforeQuery = ''] = uri.split(/[?#]/, 1);
  const path = beforeQuery.replace(/^[^:]*:(?:\/\/[^/]*)?/, '');
  if (dangerousSchemes.test(uri)) return 'a scheme that the browser itself runs or reads';
  if (/[\u0000-\u0020\u007f\\]/.test(uri)) return 'a space, a backslash or a control character';
  if (/^[^:]*:\/\/[^/]*@/.test(beforeQuery)) return 'user information before the host';
  if (/%(?:2f|5c|00)/i.test(path)) return 'an encoded slash, backslash or NUL in the path';
  return /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path) ? 'a dot segment in the path' : undefined;
}
