import { defineGroup } from '../case.ts';
import { backEndCases } from './back-end.ts';
import { consentCases } from './consent.ts';
import { limitCases } from './limits.ts';
import { loginCases } from './login.ts';
import { publicCases } from './public-clients.ts';
import { tokenCases } from './tokens.ts';

/** Whether a registered client works: that it was registered says little when it cannot be used. */
export const use = defineGroup(
  'use',
  'The registered client at work',
  ...backEndCases,
  ...limitCases,
  ...tokenCases,
  ...loginCases,
  ...publicCases,
  ...consentCases,
);
