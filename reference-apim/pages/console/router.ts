export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Console routes live behind `#!`. */
export function currentAddress(): Address {
  const [path = '', query = ''] = location.hash.replace(/^#!?/, '').split('?', 2);
  return { path: path.startsWith('/') ? path : `/${path}`, query: new URLSearchParams(query) };
}

export const currentUrl = (): string => location.hash.replace(/^#!?/, '');

export function navigate(url: string): void {
  location.hash = `!${url}`;
}

/** Like `navigate`, without an entry of its own in the history. */
export function redirect(url: string): void {
  location.replace(`#!${url}`);
}

/** Changes what the address bar shows; the page that is open stays. */
export function showUrl(url: string): void {
  history.replaceState(null, '', `#!${url}`);
}

/** The named segments (`:id`) of a path, or nothing when the path is another one. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const found = path.replace(/\/$/, '').split('/');
  if (wanted.length !== found.length) return undefined;
  const entries: [string, string][] = [];
  for (const [index, segment] of wanted.entries()) {
    const value = found[index] ?? '';
    if (segment.startsWith(':')) entries.push([segment.slice(1), decodeURIComponent(value)]);
    else if (segment !== value) return undefined;
  }
  return Object.fromEntries(entries);
}
