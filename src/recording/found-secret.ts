import { z } from 'zod';

const secretKinds = ['client-secret', 'provider-secret', 'access-token', 'registration-access-token'] as const;

/** A secret of the run that was found where somebody looked; never the secret itself. */
export const foundSecretSchema = z.strictObject({
  kind: z.enum(secretKinds),
  /** How it was written there. */
  form: z.enum(['raw', 'base64', 'url-encoded']),
});

export type FoundSecret = z.infer<typeof foundSecretSchema>;
export type SecretKind = FoundSecret['kind'];
