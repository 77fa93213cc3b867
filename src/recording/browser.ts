import { z } from 'zod';

/** Who sat before a browser. The developer owns the applications of the story; the others own none of them. */
export const people = ['administrator', 'developer', 'another-developer', 'anonymous'] as const;

export const secretKinds = ['client-secret', 'provider-secret', 'access-token', 'registration-access-token'] as const;

/** A secret that was found in a browser; never the secret itself. */
const sighting = z.strictObject({
  kind: z.enum(secretKinds),
  /** How it was written there. */
  form: z.enum(['raw', 'base64', 'url-encoded']),
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
export type SecretKind = (typeof secretKinds)[number];
export type Person = (typeof people)[number];
