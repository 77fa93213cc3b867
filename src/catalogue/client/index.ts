import { byId } from '../define.ts';
import { typedValues } from './typed-values.ts';
import { shownValues } from './shown-values.ts';
import { providerSaves } from './provider-saves.ts';
import { productAnswers } from './product-answers.ts';
import { people } from './people.ts';
import { edits } from './edits.ts';
import { crowd } from './crowd.ts';
import { browsers } from './browsers.ts';
import { productLogs } from './product-logs.ts';
import { applicationTypes } from './application-types.ts';
import { discoveryFaults } from './discovery-faults.ts';
import { discovery } from './discovery.ts';
import { management } from './management.ts';
import { provider } from './provider.ts';
import { redirectUris } from './redirect-uris.ts';
import { registrationMetadata } from './registration-metadata.ts';
import { registration } from './registration.ts';
import { renewal } from './renewal.ts';
import { responseErrors } from './response-errors.ts';
import { responses } from './responses.ts';
import { security } from './security.ts';
import { sequence } from './sequence.ts';
import { tokenFaults } from './token-faults.ts';
import { token } from './token.ts';

/** The checks of a registering client, sorted by id. */
export const clientChecks = [
  ...discovery,
  ...discoveryFaults,
  ...token,
  ...tokenFaults,
  ...registration,
  ...registrationMetadata,
  ...applicationTypes,
  ...redirectUris,
  ...responses,
  ...responseErrors,
  ...management,
  ...renewal,
  ...security,
  ...provider,
  ...sequence,
  ...typedValues,
  ...shownValues,
  ...providerSaves,
  ...productAnswers,
  ...people,
  ...edits,
  ...crowd,
  ...browsers,
  ...productLogs,
].sort(byId);
