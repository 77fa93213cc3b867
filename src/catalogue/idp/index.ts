import { byId } from '../define.ts';
import { accessChecks } from './access/access.ts';
import { apimRegistration } from './apim/registration.ts';
import { discoveryAbilities } from './discovery/abilities.ts';
import { discoveryAnswer } from './discovery/answer.ts';
import { discoveryEndpoints } from './discovery/endpoints.ts';
import { tokenAnswer } from './token/answer.ts';
import { tokenCredentials } from './token/credentials.ts';
import type { IdpCheck } from './define.ts';
import { refusal } from './refusal/index.ts';
import { registration } from './registration/index.ts';

/** The rules for identity providers, sorted by id. */
export const idpChecks: readonly IdpCheck[] = [
  ...discoveryAnswer,
  ...discoveryEndpoints,
  ...discoveryAbilities,
  ...tokenAnswer,
  ...tokenCredentials,
  ...accessChecks,
  ...registration,
  ...apimRegistration,
  ...refusal,
].sort(byId);
