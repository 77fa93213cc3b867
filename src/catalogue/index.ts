import { clientChecks } from './client/index.ts';
import type { CatalogueCheck } from './define.ts';
import { withDisagreement } from './disagreements.ts';

/** The rule book, sorted by id. */
export const catalogue: readonly CatalogueCheck[] = clientChecks.map(withDisagreement);

const wanted = new Map(catalogue.flatMap((check) => [check.id, check.slug].map((name) => [name, check])));

/** The check of that id or slug, in any case. */
export const find = (name: string): CatalogueCheck | undefined =>
  wanted.get(name.toUpperCase()) ?? wanted.get(name.toLowerCase());
