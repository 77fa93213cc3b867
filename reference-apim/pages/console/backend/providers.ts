import { z } from 'zod';
import { ask, tell } from './http.ts';
import { env } from './session.ts';

const text = z.string().nullish();
const listed = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: text,
  updated_at: z.number().optional(),
});

const store = z.looseObject({
  type: z.string(),
  path: text,
  content: text,
  password: text,
  alias: text,
  keyPassword: text,
});

const provider = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: text,
  discovery_endpoint: text,
  initial_access_token_type: z.string(),
  client_id: text,
  client_secret: text,
  scopes: z.array(z.string()).nullish(),
  initial_access_token: text,
  software_id: text,
  renew_client_secret_support: z.boolean().nullish(),
  renew_client_secret_method: text,
  renew_client_secret_endpoint: text,
  trust_store: store.nullish(),
  key_store: store.nullish(),
});

export type ListedProvider = z.infer<typeof listed>;
export type Provider = z.infer<typeof provider>;
export type Store = z.infer<typeof store>;

const base = (): string => `${env()}/configuration/applications/registration/providers`;

export const loadProviders = (): Promise<ListedProvider[] | undefined> => ask(z.array(listed), base());
export const loadProvider = (id: string): Promise<Provider | undefined> => ask(provider, `${base()}/${id}`);
export const removeProvider = (id: string): Promise<boolean> => tell(`${base()}/${id}`, { method: 'DELETE' });

export const createProvider = (body: unknown): Promise<Provider | undefined> =>
  ask(provider, base(), { method: 'POST', body });

export const updateProvider = (id: string, body: unknown): Promise<Provider | undefined> =>
  ask(provider, `${base()}/${id}`, { method: 'PUT', body });
