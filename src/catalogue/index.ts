import { books } from './books.ts';
import type { CatalogueCheck } from './define.ts';

/** The rule book for registering clients, sorted by id. */
export const catalogue: readonly CatalogueCheck[] = books.client;

const everyCheck: readonly CatalogueCheck[] = Object.values(books).flat();

const wanted = new Map(everyCheck.flatMap((check) => [check.id, check.slug].map((name) => [name, check])));

/** The check of that id or slug, in any case, for either side. */
export const find = (name: string): CatalogueCheck | undefined =>
  wanted.get(name.toUpperCase()) ?? wanted.get(name.toLowerCase());
