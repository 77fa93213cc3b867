import { memberAfterDate, withMembers, withoutMembers } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { wrongValues } from '../families/values.ts';

const answer = 'the registration answer';

const odd: FaultTable = Object.fromEntries(
  (
    [
      ['quotes', 'quotes and backslashes', 'odd-"secret"\\with\\quotes\'', []],
      ['markup', 'markup', 'odd-</code><img src=x onerror=alert(1)>', ['X-24']],
      ['non-ascii', 'letters outside of ASCII', 'odd-sécrèt-身份-\u{1f511}', []],
      ['spaces', 'spaces at both ends', ' odd-secret-with-spaces ', []],
      ['4-kb', 'four thousand characters', 'odd-sec.'.repeat(512), []],
    ] as const
  ).map(([what, says, secret, more]) => [
    `secret-with-${what}`,
    {
      says: `${answer} has a client_secret with ${says}`,
      rows: ['H-27', ...more],
      change: withMembers({ client_secret: secret }),
    },
  ]),
);

/** RFC 7591 §3.2.1: seconds since the epoch, 0 for a secret that does not expire. */
const times: FaultTable = Object.fromEntries(
  (
    [
      ['secret-expiry-past', 'client_secret_expires_at', 'that has passed', 946_684_800, 'H-23'],
      ['secret-expiry-string', 'client_secret_expires_at', 'that is a string', '0', 'H-25'],
      ['secret-expiry-float', 'client_secret_expires_at', 'with a fraction', 4_102_444_800.5, 'H-25'],
      ['secret-expiry-huge', 'client_secret_expires_at', 'beyond 64 bits', 1e25, 'H-25'],
      ['secret-expiry-negative', 'client_secret_expires_at', 'below 0', -1, 'H-25'],
      ['secret-expiry-null', 'client_secret_expires_at', 'that is null', null, 'H-25'],
      ['issued-at-string', 'client_id_issued_at', 'that is a string', '1700000000', 'H-26'],
      ['issued-at-iso', 'client_id_issued_at', 'that is an ISO 8601 date', '2023-11-14T22:13:20Z', 'H-26'],
      ['issued-at-milliseconds', 'client_id_issued_at', 'in milliseconds', 1_700_000_000_000, 'H-26'],
    ] as const
  ).map(([name, member, says, value, row]) => [
    name,
    { says: `${answer} has a ${member} ${says}`, rows: [row], change: withMembers({ [member]: value }) },
  ]),
);

export const secretFaults = defineFaults(
  'registration',
  odd,
  times,
  {
    'secret-missing': {
      says: `${answer} has no client_secret`,
      rows: ['H-21'],
      change: withoutMembers('client_secret', 'client_secret_expires_at'),
    },
    'secret-expiry-missing': {
      says: `${answer} has a client_secret and no client_secret_expires_at`,
      rows: ['H-22'],
      change: withoutMembers('client_secret_expires_at'),
    },
    'secret-expiry-soon': {
      says: `${answer} has a client_secret that expires in a minute`,
      rows: ['H-24'],
      change: memberAfterDate('client_secret_expires_at', 60),
    },
    'issued-at-seconds': {
      says: `${answer} has a client_id_issued_at in the distant past`,
      rows: ['H-26'],
      change: withMembers({ client_id_issued_at: 946_684_800 }),
    },
    'issued-at-missing': {
      says: `${answer} has no client_id_issued_at`,
      rows: ['H-26'],
      change: withoutMembers('client_id_issued_at'),
    },
  },
  wrongValues({
    member: 'client_secret',
    answer,
    prefix: 'secret',
    kinds: { null: ['H-21'], empty: ['H-21'], number: ['H-27'] },
  }),
);
