import type { CatalogueCheck } from '../define.ts';
import type { IdpMutant } from './rewrite.ts';

/** A rule about an identity provider: what a good one does when it is asked as a registering product asks it. */
export interface IdpCheck extends CatalogueCheck {
  readonly mutant: IdpMutant;
}

/** The checks of one file, sorted by id. */
export const defineIdpChecks = (...checks: IdpCheck[]): readonly IdpCheck[] => checks;
