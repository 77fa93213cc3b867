import { accessExcluded } from './access.ts';
import { excludedManagement } from './management.ts';
import { excludedRegistration } from './registration.ts';
import { excludedRenewal } from './renewal.ts';
import type { ExcludedRow } from './row.ts';
import { excludedUse } from './use.ts';

/** Every row about identity providers that is no check. */
export const idpExcluded: readonly ExcludedRow[] = [
  ...accessExcluded,
  ...excludedManagement,
  ...excludedRegistration,
  ...excludedRenewal,
  ...excludedUse,
];
