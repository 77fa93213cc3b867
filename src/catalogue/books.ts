import type { Recording } from '../recording/recording.ts';
import { clientChecks } from './client/index.ts';
import type { CatalogueCheck } from './define.ts';
import { withDisagreement } from './disagreements.ts';
import { idpChecks } from './idp/index.ts';

/** Which side of dynamic registration a rule is about. */
export const sides = ['client', 'idp'] as const;
export type Side = (typeof sides)[number];

/** The rules of each side, sorted by id. */
export const books: Readonly<Record<Side, readonly CatalogueCheck[]>> = {
  client: clientChecks.map(withDisagreement),
  idp: idpChecks.map(withDisagreement),
};

/** What a recording is evidence of: a product that registered its clients, or an identity provider that was tried. */
export const sideOf = ({ cases }: Pick<Recording, 'cases'>): Side => (cases === undefined ? 'client' : 'idp');
