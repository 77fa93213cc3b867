import * as z from 'zod/mini';

import { at } from './environment.ts';
import { ask, tell } from './http.ts';

const text = z.nullish(z.string());
const list = z.nullish(z.array(z.string()));

const settings = z.looseObject({
  app: z.nullish(z.looseObject({ type: text, client_id: text })),
  oauth: z.nullish(
    z.looseObject({
      client_id: text,
      client_secret: text,
      grant_types: list,
      redirect_uris: list,
      renew_client_secret_supported: z.nullish(z.boolean()),
    }),
  ),
});

const application = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  domain: text,
  picture: text,
  background: text,
  applicationType: z.string(),
  owner: z.object({ display_name: z.string() }),
  created_at: z.string(),
  updated_at: z.string(),
  settings,
});

const pagination = z.object({
  total: z.number(),
  size: z.number(),
  first: z.number(),
  last: z.number(),
  total_pages: z.number(),
  current_page: z.number(),
});

const applicationList = z.object({
  data: z.array(application),
  metadata: z.object({ pagination: z.optional(pagination) }),
});

export type Application = z.infer<typeof application>;
export type ApplicationList = z.infer<typeof applicationList>;

const own = (id: string) => at(`/applications/${id}`);

export const listApplications = (query: string) => ask(applicationList, at(`/applications?${query}`));

export const readApplication = (id: string) => ask(application, own(id));

/** What the user may do with the definition of an application: letters of `CRUD`. */
export async function definitionPermissions(id: string): Promise<readonly string[]> {
  const permissions = await ask(z.record(z.string(), z.array(z.string())), at(`/permissions?applicationId=${id}`));
  return permissions?.['DEFINITION'] ?? [];
}

export const connectedApis = async (id: string): Promise<unknown[]> =>
  (await ask(z.object({ data: z.array(z.unknown()) }), `${own(id)}/subscribers?statuses=ACCEPTED`))?.data ?? [];

export const createApplication = (body: object) => ask(application, at('/applications'), { method: 'POST', body });

export const updateApplication = (id: string, body: object) => ask(application, own(id), { method: 'PUT', body });

export const renewSecret = (id: string) => ask(application, `${own(id)}/_renew_secret`, { method: 'POST', body: {} });

export const removeApplication = (id: string) => tell(own(id), { method: 'DELETE' });
