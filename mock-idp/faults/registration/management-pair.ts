import { elsewhere, linkLocal, overHttp, relative, unreachable, withQuery } from '../addresses.ts';
import { mapText, withMembers, withoutMembers } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { wrongValues } from '../families/values.ts';

const uri = 'registration_client_uri';

const places: FaultTable = Object.fromEntries(
  (
    [
      ['elsewhere', 'on another origin', elsewhere, ['M-28', 'M-29']],
      ['link-local', 'at a link-local address', linkLocal, ['M-29', 'X-18']],
      ['relative', 'that is a path without an origin', relative, ['M-30']],
      ['unreachable', 'on a host that has this name on the inside only', unreachable, ['M-31']],
      ['over-http', 'without TLS', overHttp, ['X-01']],
      ['with-query', 'that has a query', (url: string) => withQuery(url, 'client', 'a%2Fb'), ['M-01']],
    ] as const
  ).map(([what, says, map, rows]) => [
    `management-uri-${what}`,
    { says: `the registration answer has a ${uri} ${says}`, rows, change: mapText(uri, map) },
  ]),
);

/** RFC 7592 §3: an address and a token, both or neither. */
export const managementPairFaults = defineFaults(
  'registration',
  {
    'management-pair-missing': {
      says: 'the registration answer has neither registration_client_uri nor registration_access_token',
      rows: ['H-28', 'M-19'],
      change: withoutMembers(uri, 'registration_access_token'),
    },
    'management-token-with-line-break': {
      says: 'the registration answer has a registration_access_token with a line break in it',
      rows: ['X-21'],
      change: withMembers({ registration_access_token: 'abcdefgh\r\nX-Injected: 1' }),
    },
  },
  places,
  wrongValues({
    member: uri,
    answer: 'the registration answer',
    prefix: 'management-uri',
    kinds: { missing: ['H-29'], null: ['H-29'], empty: ['H-29', 'M-30'], array: ['M-30'] },
  }),
  wrongValues({
    member: 'registration_access_token',
    answer: 'the registration answer',
    prefix: 'management-token',
    kinds: { missing: ['H-29'], null: ['H-29'], empty: ['H-29'] },
  }),
);
