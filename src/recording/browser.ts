import { z } from 'zod';
import { foundSecretSchema } from './found-secret.ts';

/** Who sat before a browser. The developer owns the applications of the story; the others own none of them. */
export const people = ['administrator', 'developer', 'another-developer', 'anonymous'] as const;

/** A secret that was found in a browser; never the secret itself. */
const sighting = foundSecretSchema.extend({
  in: z.enum(['request', 'response', 'page', 'storage', 'message']),
  /** Method and path of the request, path of the page, name of the entry. */
  at: z.string(),
});

/** What one person's browser was given, searched for every secret that the run knows. */
export const browserSchema = z.strictObject({
  person: z.enum(people),
  /** How many texts were searched: requests, answers, pages, storages, messages. */
  searched: z.int().nonnegative(),
  sightings: z.array(sighting),
});

export type Browser = z.infer<typeof browserSchema>;
export type Sighting = z.infer<typeof sighting>;
export type Person = (typeof people)[number];
