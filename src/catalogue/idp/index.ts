import { byId } from '../define.ts';
import { accessChecks } from './access/access.ts';
import { apimManagement } from './apim/management.ts';
import { apimProvider } from './apim/provider.ts';
import { apimRegistration } from './apim/registration.ts';
import { deletion } from './delete/delete.ts';
import { discoveryAbilities } from './discovery/abilities.ts';
import { discoveryAnswer } from './discovery/answer.ts';
import { discoveryEndpoints } from './discovery/endpoints.ts';
import { tokenAnswer } from './token/answer.ts';
import { tokenCredentials } from './token/credentials.ts';
import type { IdpCheck } from './define.ts';
import { read } from './read/read.ts';
import { readRefused } from './read/refused.ts';
import { refusal } from './refusal/index.ts';
import { registration } from './registration/index.ts';
import { renewal } from './renewal/renewal.ts';
import { updateRefused } from './update/refused.ts';
import { update } from './update/update.ts';
import { use } from './use/index.ts';

/** The rules for identity providers, sorted by id. */
export const idpChecks: readonly IdpCheck[] = [
  ...discoveryAnswer,
  ...discoveryEndpoints,
  ...discoveryAbilities,
  ...tokenAnswer,
  ...tokenCredentials,
  ...accessChecks,
  ...registration,
  ...apimProvider,
  ...apimRegistration,
  ...apimManagement,
  ...refusal,
  ...read,
  ...readRefused,
  ...update,
  ...updateRefused,
  ...renewal,
  ...use,
  ...deletion,
].sort(byId);
