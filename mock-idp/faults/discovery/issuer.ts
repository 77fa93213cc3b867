import { mapText, withMembers } from '../change.ts';
import { defineFaults } from '../define.ts';
import { wrongValues } from '../families/values.ts';

/** OpenID Connect Discovery §4.3, RFC 8414 §3.3: the issuer must be the very one that was asked. */
export const issuerFaults = defineFaults(
  'discovery',
  {
    'issuer-mismatch': {
      says: 'discovery names an issuer on another host',
      rows: ['D-06'],
      change: withMembers({ issuer: 'https://evil.example' }),
    },
    'issuer-trailing-slash': {
      says: 'discovery names the issuer with a final slash that it does not have',
      rows: ['D-07'],
      change: mapText('issuer', (issuer) => `${issuer}/`),
    },
    'issuer-upper-case': {
      says: 'discovery names the issuer in capital letters',
      rows: ['D-06'],
      change: mapText('issuer', (issuer) => issuer.toUpperCase()),
    },
  },
  wrongValues({
    member: 'issuer',
    answer: 'the discovery document',
    prefix: 'issuer',
    kinds: {
      missing: ['D-06'],
      null: ['D-06'],
      empty: ['D-06'],
      number: ['D-06', 'D-15'],
      array: ['D-06', 'D-15'],
      object: ['D-06', 'D-15'],
    },
  }),
);
