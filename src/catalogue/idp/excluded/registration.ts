import type { PlannedCheck } from '../../client/planned.ts';

const row = (id: string, slug: string, reason: string): PlannedCheck => ({ id, slug, reason });

const statement =
  'needs software statements that the IdP trusts, good and bad ones; there is no option yet to give them';
const consent = 'needs a look at the consent page in a browser, which the cases of this group do not have';

/** Rows about registering at an IdP that no case tries. */
export const excludedRegistration: readonly PlannedCheck[] = [
  row('IR-40', 'software-statement-kept', statement),
  row('IE-36', 'statement-signature-checked', statement),
  row('IE-37', 'statement-issuer-approved', statement),
  row('IE-38', 'statement-fresh-and-signed', statement),
  row('IE-39', 'statement-required', statement),
  row('IE-41', 'name-escaped-at-consent', consent),
  row('IE-42', 'logo-harmless-at-consent', consent),
  row('IE-44', 'look-alike-flagged-at-consent', consent),
];
