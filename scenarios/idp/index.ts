import { access } from './access/access.ts';
import type { ProbeGroup } from './case.ts';
import { discovery } from './discovery/discovery.ts';
import { deletion } from './management/delete.ts';
import { update } from './management/management.ts';
import { read } from './management/read.ts';
import { refusal } from './refusal/refusal.ts';
import { renewal } from './renewal/renewal.ts';
import { registration } from './registration/registration.ts';
import { token } from './token/token.ts';
import { use } from './use/use.ts';

/** Everything that is tried at an identity provider, in the order it is tried. */
export const groups: readonly ProbeGroup[] = [
  discovery,
  token,
  registration,
  access,
  refusal,
  read,
  update,
  renewal,
  use,
  deletion,
];

/** The part that takes three seconds at a local IdP: is it there, does it register, can a client be read and deleted. */
export const smokeGroups: readonly ProbeGroup[] = groups
  .map((group) => ({ ...group, cases: group.cases.filter(({ smoke }) => smoke === true) }))
  .filter(({ cases }) => cases.length > 0);
