import type { Header } from '../../src/recording/exchange.ts';

/** An answer as bytes, on its way from the upstream to the client. */
export interface RawAnswer {
  status: number;
  headers: Header[];
  body: Buffer;
}

/** node's flat list of names and values as pairs, order and case kept. */
export const pairsOf = (rawHeaders: readonly string[]): Header[] =>
  rawHeaders.flatMap((name, index): Header[] => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []));

export const isNamed = ([name]: Header, ...names: readonly string[]): boolean => names.includes(name.toLowerCase());

/** RFC 9110 §7.6.1: these speak of one connection and are not forwarded. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
];

/** `Connection` may name more of them. */
export function endToEnd(headers: readonly Header[]): Header[] {
  const named = headers
    .filter((header) => isNamed(header, 'connection'))
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim());
  return headers.filter((header) => !isNamed(header, ...hopByHop, ...named));
}

/** Sets the one header of this name where it stands, or at the end. */
export function withHeader(headers: readonly Header[], name: string, value: string): Header[] {
  const at = headers.findIndex((header) => isNamed(header, name.toLowerCase()));
  const others = headers.filter((header, index) => index === at || !isNamed(header, name.toLowerCase()));
  if (at < 0) return [...others, [name, value]];
  return others.map((header) => (isNamed(header, name.toLowerCase()) ? [header[0], value] : header));
}

export const withoutHeader = (headers: readonly Header[], name: string): Header[] =>
  headers.filter((header) => !isNamed(header, name.toLowerCase()));
