import { elsewhere, linkLocal, overHttp } from '../addresses.ts';
import { redirect, type StandIn } from '../answers.ts';
import type { FaultTable } from '../define.ts';

/** RFC 9110 §15.4: the codes that send a client to another address. */
export const redirectCodes = [301, 302, 303, 307, 308] as const;

type Code = (typeof redirectCodes)[number];

const places = {
  same: { says: 'an address on the same origin', locationOf: (url: string) => url },
  elsewhere: { says: 'an address on another origin', locationOf: elsewhere },
  http: { says: 'the same address without TLS', locationOf: overHttp },
  'link-local': { says: 'a link-local address', locationOf: linkLocal },
} satisfies Record<string, { says: string; locationOf: (url: string) => string }>;

type Place = keyof typeof places;

export interface Redirects {
  /** The endpoint, as the first word of names and sentences: `token`. */
  endpoint: string;
  codes: readonly Code[];
  to: Place;
  rows: readonly string[];
  /** What a client gets that comes as GET: 301 to 303 turn a POST into one, 307 and 308 do not. */
  landing?: StandIn;
}

export const redirects = ({ endpoint, codes, to, rows, landing }: Redirects): FaultTable =>
  Object.fromEntries(
    codes.map((code) => [
      `${endpoint}-redirect-${code}-${to}`,
      {
        says: `${endpoint} answers ${code} with ${places[to].says}`,
        rows,
        instead: redirect(code, places[to].locationOf, code < 307 ? landing : undefined),
      },
    ]),
  );
