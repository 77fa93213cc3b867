import type { ExcludedRow } from './row.ts';

/** Rows about renewal and expiry that no case can observe. */
export const excludedRenewal: readonly ExcludedRow[] = [
  { id: 'IN-07', because: 'needs a secret that expires, and its expiry is for the IdP to choose' },
  { id: 'IN-08', because: 'needs an administrator who switches the hashing of secrets on' },
  { id: 'IN-09', because: 'needs the addresses of the nodes of a cluster' },
];
