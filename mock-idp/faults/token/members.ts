import { withMembers, withoutMembers } from '../change.ts';
import { defineFaults } from '../define.ts';
import { wrongValues } from '../families/values.ts';

const answer = 'the token answer';

/** RFC 6749 §5.1 */
export const tokenMemberFaults = defineFaults(
  'token',
  wrongValues({
    member: 'access_token',
    answer,
    prefix: 'token',
    kinds: { missing: ['T-16'], null: ['T-16'], empty: ['T-17'], number: ['T-16'], array: ['T-16'], object: ['T-16'] },
  }),
  {
    'token-with-line-break': {
      says: 'the token answer has an access_token with a line break and a header after it',
      rows: ['X-21'],
      change: withMembers({ access_token: 'abc\r\nX-Injected: 1' }),
    },
    'token-non-ascii': {
      says: 'the token answer has an access_token with characters that a header cannot carry',
      rows: ['T-16', 'X-21'],
      change: withMembers({ access_token: 'jeton-é-身份' }),
    },
    'token-type-mac': {
      says: 'the token answer has a token_type that a Bearer client cannot use',
      rows: ['T-14'],
      change: withMembers({ token_type: 'mac' }),
    },
    'token-type-dpop': {
      says: 'the token answer has a token that is bound to a key',
      rows: ['T-14'],
      change: withMembers({ token_type: 'DPoP' }),
    },
  },
  wrongValues({
    member: 'token_type',
    answer,
    prefix: 'token-type',
    kinds: { missing: ['T-14'], null: ['T-14'], empty: ['T-14'], array: ['T-14'] },
  }),
  {
    'token-type-lower-case': {
      says: 'the token answer has its token_type in small letters',
      rows: ['T-15'],
      change: withMembers({ token_type: 'bearer' }),
    },
    'token-type-upper-case': {
      says: 'the token answer has its token_type in capital letters',
      rows: ['T-15'],
      change: withMembers({ token_type: 'BEARER' }),
    },
    'token-unknown-members': {
      says: 'the token answer has members that no specification knows, one of them nested',
      rows: ['T-18'],
      change: withMembers({ x_unknown: 'value', x_unknown_null: null, x_unknown_nested: { list: [{ deep: [1, 2] }] } }),
    },
    'token-scope-narrowed': {
      says: 'the token answer grants less scope than was asked for',
      rows: ['T-19'],
      change: withMembers({ scope: 'openid' }),
    },
    'token-scope-missing': {
      says: 'the token answer has no scope, which means the one that was asked for',
      rows: ['T-19'],
      change: withoutMembers('scope'),
    },
    'token-scope-array': {
      says: 'the token answer has its scope as an array of strings',
      rows: ['T-19'],
      change: withMembers({ scope: ['openid', 'dcr_admin'] }),
    },
    'token-expires-soon': {
      says: 'the token answer has a token that lives one second',
      rows: ['T-20'],
      change: withMembers({ expires_in: 1 }),
    },
    'token-expired': {
      says: 'the token answer has a token whose time is over',
      rows: ['T-20'],
      change: withMembers({ expires_in: 0 }),
    },
    'token-expiry-missing': {
      says: 'the token answer does not say how long the token lives',
      rows: ['T-20'],
      change: withoutMembers('expires_in'),
    },
    'token-expiry-string': {
      says: 'the token answer has its expires_in as a string',
      rows: ['T-20'],
      change: withMembers({ expires_in: '3600' }),
    },
    'token-refresh': {
      says: 'the token answer has a refresh token, which this grant should not give',
      rows: ['T-18'],
      change: withMembers({ refresh_token: 'refresh-token-of-the-mock' }),
    },
  },
);
