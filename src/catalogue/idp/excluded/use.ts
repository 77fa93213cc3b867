import type { ExcludedRow } from './row.ts';

/** Rows about clients at work that no case can observe. */
export const excludedUse: readonly ExcludedRow[] = [
  {
    id: 'IW-18',
    because: 'what administrators see stands in the console of each product; no specification has an address for it',
  },
];
