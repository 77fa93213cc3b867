import { UsageError } from '../../src/errors.ts';
import { discoveryAnswerFaults } from './discovery/answers.ts';
import { authMethodFaults } from './discovery/auth-methods.ts';
import { endpointFaults } from './discovery/endpoints.ts';
import { issuerFaults } from './discovery/issuer.ts';
import { discoveryMemberFaults } from './discovery/members.ts';
import type { Fault } from './fault.ts';
import { deletionFaults } from './management/deletion.ts';
import { renewalFaults } from './management/renewal.ts';
import { updateFaults } from './management/update.ts';
import { nearest } from './nearest.ts';
import { registrationAnswerFaults } from './registration/answers.ts';
import { clientIdFaults } from './registration/client-id.ts';
import { registrationErrorFaults } from './registration/errors.ts';
import { managementPairFaults } from './registration/management-pair.ts';
import { registrationMetadataFaults } from './registration/metadata.ts';
import { secretFaults } from './registration/secret.ts';
import { tokenAnswerFaults } from './token/answers.ts';
import { tokenErrorFaults } from './token/errors.ts';
import { tokenMemberFaults } from './token/members.ts';

/** Every fault that has a name, by name. */
export const faults: readonly Fault[] = [
  ...issuerFaults,
  ...endpointFaults,
  ...authMethodFaults,
  ...discoveryMemberFaults,
  ...discoveryAnswerFaults,
  ...tokenMemberFaults,
  ...tokenErrorFaults,
  ...tokenAnswerFaults,
  ...clientIdFaults,
  ...secretFaults,
  ...managementPairFaults,
  ...registrationMetadataFaults,
  ...registrationErrorFaults,
  ...registrationAnswerFaults,
  ...updateFaults,
  ...deletionFaults,
  ...renewalFaults,
].sort((a, b) => (a.name < b.name ? -1 : 1));

const byName = new Map(faults.map((fault) => [fault.name, fault]));

/** Throws `UsageError` with the names most like it when there is none of this name. */
export function faultNamed(name: string): Fault {
  const fault = byName.get(name);
  if (fault !== undefined) return fault;
  throw new UsageError(`There is no fault "${name}". Nearest: ${nearest(name, [...byName.keys()]).join(', ')}.`);
}
