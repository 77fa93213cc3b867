import { z } from 'zod';
import { ask, tell } from './http.ts';
import { env } from './session.ts';

const text = z.string().nullish();
const grantType = z.looseObject({ type: z.string(), name: z.string() });

const applicationType = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  requires_redirect_uris: z.boolean(),
  allowed_grant_types: z.array(grantType),
  default_grant_types: z.array(grantType),
  mandatory_grant_types: z.array(grantType),
});

const application = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: text,
  domain: text,
  groups: z.array(z.string()).nullish(),
  status: z.string(),
  type: z.string(),
  origin: z.string().optional(),
  api_key_mode: z.string().optional(),
  owner: z.looseObject({ displayName: z.string() }),
  created_at: z.number().optional(),
  settings: z.looseObject({
    app: z.looseObject({ client_id: text, type: text }).nullish(),
    oauth: z
      .looseObject({
        client_id: text,
        client_secret: text,
        grant_types: z.array(z.string()).nullish(),
        redirect_uris: z.array(z.string()).nullish(),
        application_type: text,
        additional_client_metadata: z.record(z.string(), z.string()).nullish(),
      })
      .nullish(),
    tls: z.looseObject({ client_certificate: text }).nullish(),
  }),
});

const paged = z.looseObject({
  data: z.array(application.omit({ settings: true })),
  page: z.looseObject({ total_elements: z.number() }).optional(),
});

export type ApplicationType = z.infer<typeof applicationType>;
export type Application = z.infer<typeof application>;
export type ApplicationsPage = z.infer<typeof paged>;

const base = (): string => `${env()}/applications`;

export const loadTypes = (): Promise<ApplicationType[] | undefined> =>
  ask(z.array(applicationType), `${env()}/configuration/applications/types`);

export const loadGroups = (): Promise<{ id: string; name: string }[] | undefined> =>
  ask(z.array(z.object({ id: z.string(), name: z.string() })), `${env()}/configuration/groups`);

export const loadApplications = (query: URLSearchParams): Promise<ApplicationsPage | undefined> =>
  ask(paged, `${base()}/_paged?${query.toString()}`);

export const loadApplication = (id: string): Promise<Application | undefined> => ask(application, `${base()}/${id}`);

export const loadTypeOf = (id: string): Promise<ApplicationType | undefined> =>
  ask(applicationType, `${base()}/${id}/configuration`);

export const loadPermissions = (id: string): Promise<boolean> => tell(`${base()}/${id}/members/permissions`);

export const createApplication = (body: unknown): Promise<Application | undefined> =>
  ask(application, base(), { method: 'POST', body });

export const updateApplication = (id: string, body: unknown): Promise<Application | undefined> =>
  ask(application, `${base()}/${id}`, { method: 'PUT', body });

/** APIM 4.4 and later: this address ends in a slash. */
export const deleteApplication = (id: string): Promise<boolean> => tell(`${base()}/${id}/`, { method: 'DELETE' });
