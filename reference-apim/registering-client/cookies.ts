/** Cookies of one IdP client: host-only, matched by path; enough for what an IdP sets on its endpoints. */
export interface CookieJar {
  /** Value of the `Cookie` header, `undefined` when no cookie matches. */
  header(url: URL): string | undefined;
  keep(url: URL, setCookie: readonly string[]): void;
}

interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
}

const parentPath = (url: URL) => url.pathname.replace(/\/[^/]*$/, '') || '/';

function parse(line: string, url: URL): Cookie {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', ...value] = pair.split('=');
  const path = attributes.map((text) => text.trim()).find((text) => /^path=\//i.test(text));
  return { name: name.trim(), value: value.join('=').trim(), host: url.host, path: path?.slice(5) ?? parentPath(url) };
}

const matches = (cookie: Cookie, url: URL) => cookie.host === url.host && url.pathname.startsWith(cookie.path);

export function newCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    header: (url) => {
      const sent = [...cookies.values()].filter((cookie) => matches(cookie, url));
      return sent.length === 0 ? undefined : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
    keep: (url, setCookie) => {
      for (const cookie of setCookie.map((line) => parse(line, url)))
        cookies.set(`${cookie.host} ${cookie.path} ${cookie.name}`, cookie);
    },
  };
}

export const noCookies: CookieJar = { header: () => undefined, keep: () => undefined };
