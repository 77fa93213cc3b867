import { z } from 'zod';
import { foundSecretSchema } from './found-secret.ts';

/** What one part of the product wrote during a story, searched for every secret that the run knows. */
export const productLogSchema = z.strictObject({
  /** As a person names it: the container, with its image. */
  part: z.string(),
  /** How many lines were searched. */
  searched: z.int().nonnegative(),
  /** `line` counts from 1 at the beginning of the story. */
  sightings: z.array(foundSecretSchema.extend({ line: z.int().positive() })),
});

export type ProductLog = z.infer<typeof productLogSchema>;
