import { correctAnswers, type AnswerConduct } from './conduct/answers.ts';
import { correctDiscovery, type DiscoveryConduct } from './conduct/discovery.ts';
import { correctManagement, type ManagementConduct } from './conduct/management.ts';
import { correctRegistration, type RegistrationConduct } from './conduct/registration.ts';
import { correctRenewal, type RenewalConduct } from './conduct/renewal.ts';
import { correctToken, type TokenConduct } from './conduct/token.ts';
import { correctWire, type WireConduct } from './conduct/wire.ts';

/** Everything that the client decides, each decision under a name: what a behaviour changes is one of these. */
export type Conduct = WireConduct &
  AnswerConduct &
  DiscoveryConduct &
  TokenConduct &
  RegistrationConduct &
  ManagementConduct &
  RenewalConduct;

export const correct: Conduct = {
  ...correctWire,
  ...correctAnswers,
  ...correctDiscovery,
  ...correctToken,
  ...correctRegistration,
  ...correctManagement,
  ...correctRenewal,
};
