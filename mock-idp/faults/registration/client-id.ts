import { withMembers } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { wrongValues } from '../families/values.ts';

/** RFC 6749 §2.2 leaves the size and the characters of an id to the server; S-03 is about the ones that change a path. */
const odd: FaultTable = Object.fromEntries(
  (
    [
      ['slash', 'a slash', 'odd/id', []],
      ['percent', 'a percent sign', 'odd%2Fid%', []],
      ['space', 'spaces', 'odd id ', []],
      ['non-ascii', 'letters outside of ASCII', 'ödd-身份', []],
      ['dot-segments', 'segments that lead upwards in a path', 'odd/../../token', ['S-03']],
      ['question-mark', 'a question mark', 'odd?admin=true#', ['S-03']],
      ['markup', 'markup', '"><img src=x onerror=alert(1)>', ['X-24']],
    ] as const
  ).map(([what, says, id, more]) => [
    `client-id-with-${what}`,
    {
      says: `the registration answer has a client_id with ${says}`,
      rows: ['H-19', ...more],
      change: withMembers({ client_id: id }),
    },
  ]),
);

/** The IdP itself keeps the id that it made: only the answer says another. */
export const clientIdFaults = defineFaults(
  'registration',
  wrongValues({
    member: 'client_id',
    answer: 'the registration answer',
    prefix: 'client-id',
    kinds: { missing: ['H-17'], null: ['H-17'], empty: ['H-17'], number: ['H-18'], array: ['H-18'], object: ['H-18'] },
  }),
  odd,
  {
    'client-id-long': {
      says: 'the registration answer has a client_id of 300 characters',
      rows: ['H-19'],
      change: withMembers({ client_id: 'long'.repeat(75) }),
    },
    'client-id-shared': {
      says: 'every registration answer has the same client_id',
      rows: ['H-20'],
      change: withMembers({ client_id: 'the-same-for-everyone' }),
    },
  },
);
