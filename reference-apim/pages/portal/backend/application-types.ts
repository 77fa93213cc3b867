import * as z from 'zod/mini';

import { at } from './environment.ts';
import { ask } from './http.ts';

const grants = z.array(
  z.object({ type: z.string(), name: z.string(), response_types: z.optional(z.array(z.string())) }),
);

const applicationType = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  requires_redirect_uris: z.boolean(),
  allowed_grant_types: grants,
  default_grant_types: grants,
  mandatory_grant_types: grants,
});

export type ApplicationType = z.infer<typeof applicationType>;

/** The types that may be created, in the order of the cards. */
export const enabledTypes = async (): Promise<ApplicationType[]> =>
  (await ask(z.object({ data: z.array(applicationType) }), at('/configuration/applications/types')))?.data ?? [];

export const typeOfApplication = (id: string) => ask(applicationType, at(`/applications/${id}/configuration`));
