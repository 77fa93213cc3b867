import { z } from 'zod';
import type { ViewOptions } from '../../../../mock-idp/api.ts';
import type { RemoteParty } from '../../../../mock-idp/remote/party.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import type { IdpDriver } from '../idp.ts';
import { jsonApi, type JsonApi } from '../json-api.ts';

type MockSettings = Extract<IdpSettings, { kind: 'mock' }>;

const summary = z.looseObject({ discoveryUrl: z.string() });
const adminClient = z.object({ clientId: z.string(), clientSecret: z.string(), scope: z.string() });
const clientList = z.array(z.object({ clientId: z.string(), metadata: z.record(z.string(), z.unknown()) }));

/** A mock IdP that runs somewhere else, from its image for instance; told what to do by its control API. */
export async function attachMock({ profile, controlUrl = '', run }: MockSettings): Promise<IdpDriver> {
  const api = jsonApi({ base: `${controlUrl.replace(/\/$/, '')}/_control`, name: 'Mock IdP' });
  await api.call('/health');
  return {
    version: run ?? 'attached',
    mode: profile,
    party: (name) => openParty(api, name, { profile, ...(run === 'image' && { origin: new URL(controlUrl).origin }) }),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

async function openParty(api: JsonApi, name: string, options: ViewOptions): Promise<RemoteParty> {
  const view = `/views/${name}`;
  const { json } = await api.call('/views', { method: 'POST', json: { name, ...options } });
  return {
    discoveryUrl: summary.parse(json).discoveryUrl,
    createAdminClient: async (wanted) =>
      adminClient.parse((await api.call(`${view}/admin-clients`, { method: 'POST', json: wanted })).json),
    createInitialAccessToken: async () =>
      z.object({ token: z.string() }).parse((await api.call(`${view}/initial-access-tokens`, { method: 'POST' })).json)
        .token,
    clients: async () => clientList.parse((await api.call(`${view}/clients`)).json),
    async [Symbol.asyncDispose]() {
      await api.call(view, { method: 'DELETE', allow: [404] });
    },
  };
}
