import type { ExcludedRow } from './row.ts';

const row = (id: string, because: string): ExcludedRow => ({ id, because });

const statement =
  'needs software statements that the IdP trusts, good and bad ones; there is no option yet to give them';
const drawn = 'what a page does with a picture, and whether a person is warned by it, takes a person to see';

/** Rows about registering at an IdP that no case tries. */
export const excludedRegistration: readonly ExcludedRow[] = [
  row('IR-40', statement),
  row('IE-36', statement),
  row('IE-37', statement),
  row('IE-38', statement),
  row('IE-39', statement),
  row('IE-42', drawn),
  row('IE-44', drawn),
];
