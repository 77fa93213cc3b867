import { z } from 'zod';
import type { AdminClient, RegisteredClient } from '../../../../mock-idp/api.ts';
import { Inconclusive } from '../../../errors.ts';
import type { JsonApi } from '../json-api.ts';

/** A security domain of its own for one story, deleted with everything in it. */
export interface Domain extends AsyncDisposable {
  /** Where the gateway serves it: `/dcrh-…`. */
  readonly path: string;
  createAdminClient(wanted: AdminClient): Promise<AdminClient>;
  clients(): Promise<RegisteredClient[]>;
}

/** The domain of one story. Its hrid and its path are made of the same letters. */
export const domainNameFor = (story: string): string => `dcrh-${story}`;

/** The application that a story makes in the console, not over registration: no client that a product left behind. */
export const consoleMadeName = 'dcrh administrator';

const domainSchema = z.looseObject({ id: z.string(), path: z.string() });
const identified = z.looseObject({ id: z.string() });
const page = z.looseObject({ data: z.array(identified), totalCount: z.number() });
const application = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  settings: z.looseObject({
    oauth: z.looseObject({
      clientId: z.string(),
      grantTypes: z.array(z.string()).nullish(),
      redirectUris: z.array(z.string()).nullish(),
      applicationType: z.string().nullish(),
    }),
  }),
});

/** Registration for who has a token with `dcr_admin`; the addresses of test machines, which AM refuses by default. */
const settings = {
  enabled: true,
  oidc: {
    clientRegistrationSettings: {
      isDynamicClientRegistrationEnabled: true,
      isOpenDynamicClientRegistrationEnabled: false,
      allowLocalhostRedirectUri: true,
      allowHttpSchemeRedirectUri: true,
    },
  },
};

const pageSize = 50;

/** AM makes keys, an identity provider and a reporter with each domain. */
const creation = 120_000;

/** AM 4.7 to 4.12 demand a data plane, 4.6 and older refuse the word. */
async function create(api: JsonApi, name: string) {
  const json = { name, description: 'made by dcr-harness for one story' };
  const plain = await api.call('/domains', { method: 'POST', json, allow: [400], deadline: creation });
  if (plain.status !== 400) return domainSchema.parse(plain.json);
  if (!plain.text.includes('dataPlane'))
    throw new Inconclusive(`Gravitee AM: no domain "${name}" could be made: ${plain.text}`);
  const placed = await api.call('/domains', {
    method: 'POST',
    json: { ...json, dataPlaneId: 'default' },
    deadline: creation,
  });
  return domainSchema.parse(placed.json);
}

export async function createDomain(api: JsonApi, name: string): Promise<Domain> {
  const { id, path } = await create(api, name);
  const at = `/domains/${id}`;
  const own = new Set<string>();
  const remove = async () => {
    await api.call(at, { method: 'DELETE', allow: [404] });
  };
  try {
    await api.call(at, { method: 'PATCH', json: settings });
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    path,
    createAdminClient: async (wanted) => {
      own.add(await addService(api, at, wanted));
      return wanted;
    },
    clients: async () => {
      const ids = (await allApplications(api, at)).filter((application) => !own.has(application));
      const clients = await Promise.all(ids.map((each) => readClient(api, `${at}/applications/${each}`)));
      return clients.filter(({ metadata }) => metadata['client_name'] !== consoleMadeName);
    },
    [Symbol.asyncDispose]: remove,
  };
}

/** For a domain whose creation was not seen to its end. Its hrid is its name. */
export async function removeDomainNamed(api: JsonApi, name: string): Promise<void> {
  const { status, json } = await api.call(`/domains/_hrid/${name}`, { allow: [404] });
  if (status !== 404) await api.call(`/domains/${identified.parse(json).id}`, { method: 'DELETE', allow: [404] });
}

/** With an id and a secret of our own, nothing has to be read back, which newer versions do not allow. */
async function addService(api: JsonApi, at: string, { clientId, clientSecret, scope }: AdminClient): Promise<string> {
  const { json } = await api.call(`${at}/applications`, {
    method: 'POST',
    json: { name: clientId, type: 'SERVICE', clientId, clientSecret },
  });
  const { id } = identified.parse(json);
  const scopeSettings = scope.split(' ').map((name) => ({ scope: name, defaultScope: true }));
  await api.call(`${at}/applications/${id}`, { method: 'PATCH', json: { settings: { oauth: { scopeSettings } } } });
  return id;
}

async function allApplications(api: JsonApi, at: string): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; ; number += 1) {
    const { json } = await api.call(`${at}/applications?page=${number}&size=${pageSize}`);
    const { data, totalCount } = page.parse(json);
    ids.push(...data.map(({ id }) => id));
    if (data.length === 0 || ids.length >= totalCount) return ids;
  }
}

async function readClient(api: JsonApi, path: string): Promise<RegisteredClient> {
  const { name, settings: own } = application.parse((await api.call(path)).json);
  const { clientId, grantTypes, redirectUris, applicationType } = own.oauth;
  return {
    clientId,
    metadata: {
      client_id: clientId,
      client_name: name ?? null,
      grant_types: grantTypes ?? [],
      redirect_uris: redirectUris ?? [],
      ...(typeof applicationType === 'string' && { application_type: applicationType }),
    },
  };
}
