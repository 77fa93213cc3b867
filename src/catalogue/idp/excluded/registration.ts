import type { ExcludedRow } from './row.ts';

const row = (id: string, because: string): ExcludedRow => ({ id, because });

const statement =
  'needs software statements that the IdP trusts, good and bad ones; there is no option yet to give them';
const consent = 'needs a look at the consent page in a browser, which the cases of this group do not have';

/** Rows about registering at an IdP that no case tries. */
export const excludedRegistration: readonly ExcludedRow[] = [
  row('IR-40', statement),
  row('IE-36', statement),
  row('IE-37', statement),
  row('IE-38', statement),
  row('IE-39', statement),
  row('IE-41', consent),
  row('IE-42', consent),
  row('IE-44', consent),
];
