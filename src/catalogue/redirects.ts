import type { Seen, SeenExchange } from '../recording/seen.ts';

const cache = new WeakMap<Seen, ReadonlySet<string>>();

/** Whether an answer of the same recording had sent the client to this address (RFC 9110 §10.2.2): no doing of its own. */
export function wasRedirectedTo(seen: Seen, { recording, url }: SeenExchange): boolean {
  const known = cache.get(seen) ?? targetsIn(seen);
  cache.set(seen, known);
  return known.has(keyOf(recording, url));
}

const targetsIn = (seen: Seen): ReadonlySet<string> =>
  new Set(
    seen.exchanges.flatMap(({ recording, url, response }) =>
      isRedirect(response.status)
        ? response.header('location').map((location) => keyOf(recording, URL.parse(location, url)?.href ?? location))
        : [],
    ),
  );

const isRedirect = (status: number) => status >= 300 && status < 400;

const keyOf = (recording: string, url: string) => `${recording} ${URL.parse(url)?.href ?? url}`;
