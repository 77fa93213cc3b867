import { z } from 'zod';
import type { AdminClient, RegisteredClient } from '../../../../mock-idp/api.ts';
import type { JsonApi } from '../json-api.ts';
import { toMetadata } from './metadata.ts';

export interface RealmOptions {
  /** The scope that the registering client asks for; in Keycloak it opens nothing, the role `create-client` does. */
  adminScope: string;
  /** Hosts from which registration without a token is let in (Keycloak's anonymous policies); none by default. */
  trustedHosts?: readonly string[];
}

/** A realm of its own for one story, deleted with everything in it. */
export interface Realm extends AsyncDisposable {
  readonly name: string;
  createAdminClient(wanted: AdminClient): Promise<AdminClient>;
  createInitialAccessToken(): Promise<string>;
  /** What was registered since the realm was made. */
  clients(): Promise<RegisteredClient[]>;
}

const identified = z.looseObject({ id: z.string() });
const clientSchema = z.looseObject({ id: z.string(), clientId: z.string() });
const componentSchema = z.looseObject({
  id: z.string(),
  providerId: z.string(),
  config: z.record(z.string(), z.array(z.string())).default({}),
});
const tokenSchema = z.looseObject({ token: z.string() });

const policyType = 'org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy';

/** Seconds; longer than any run. */
const initialAccessTokenLifetime = 24 * 3600;

/** Makes the realm: registration opened for a service account, the admin scope known, the policies let both in. */
export async function createRealm(api: JsonApi, name: string, options: RealmOptions): Promise<Realm> {
  await api.call('', { method: 'POST', json: { realm: name, enabled: true, sslRequired: 'none' } });
  const at = (path: string) => `/${encodeURIComponent(name)}${path}`;
  const remove = async () => {
    await api.call(at(''), { method: 'DELETE', allow: [404] });
  };
  try {
    await addScope(api, at, options.adminScope);
    await adaptPolicies(api, at, options);
    const own = new Set((await listClients(api, at)).map(({ id }) => id));
    return {
      name,
      createAdminClient: async (wanted) => {
        own.add(await addServiceAccount(api, at, wanted));
        return wanted;
      },
      createInitialAccessToken: async () => {
        const { json } = await api.call(at('/clients-initial-access'), {
          method: 'POST',
          json: { expiration: initialAccessTokenLifetime, count: 1000 },
        });
        return tokenSchema.parse(json).token;
      },
      clients: async () =>
        (await listClients(api, at))
          .filter(({ id }) => !own.has(id))
          .map((client) => ({ clientId: client.clientId, metadata: toMetadata(client) })),
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

type At = (path: string) => string;

/** All at once: the default page of Keycloak is 100. */
const listClients = async (api: JsonApi, at: At) =>
  z.array(clientSchema).parse((await api.call(at('/clients?first=0&max=10000'))).json);

const addScope = (api: JsonApi, at: At, scope: string) =>
  api.call(at('/client-scopes'), {
    method: 'POST',
    json: { name: scope, protocol: 'openid-connect', attributes: { 'include.in.token.scope': 'true' } },
  });

/** The policies as Keycloak makes them refuse a registration that names a scope which is not a default of the realm. */
async function adaptPolicies(api: JsonApi, at: At, { adminScope, trustedHosts = [] }: RealmOptions): Promise<void> {
  const changes: Record<string, Record<string, string[]>> = {
    'allowed-client-templates': { 'allowed-client-scopes': [adminScope, 'openid'] },
    ...(trustedHosts.length > 0 && { 'trusted-hosts': { 'trusted-hosts': [...trustedHosts] } }),
  };
  const { json } = await api.call(at(`/components?type=${policyType}`));
  for (const component of z.array(componentSchema).parse(json)) {
    const change = changes[component.providerId];
    if (change === undefined) continue;
    const config = { ...component.config, ...change };
    await api.call(at(`/components/${component.id}`), { method: 'PUT', json: { ...component, config } });
  }
}

/** A client whose own account may create clients: what Keycloak calls a service account with the role `create-client`. */
async function addServiceAccount(
  api: JsonApi,
  at: At,
  { clientId, clientSecret, scope }: AdminClient,
): Promise<string> {
  await api.call(at('/clients'), {
    method: 'POST',
    json: {
      clientId,
      secret: clientSecret,
      publicClient: false,
      serviceAccountsEnabled: true,
      standardFlowEnabled: false,
      directAccessGrantsEnabled: false,
      optionalClientScopes: scope.split(' '),
    },
  });
  const { id } = await clientNamed(api, at, clientId);
  const account = identified.parse((await api.call(at(`/clients/${id}/service-account-user`))).json);
  const management = await clientNamed(api, at, 'realm-management');
  const { json: role } = await api.call(at(`/clients/${management.id}/roles/create-client`));
  await api.call(at(`/users/${account.id}/role-mappings/clients/${management.id}`), { method: 'POST', json: [role] });
  return id;
}

async function clientNamed(api: JsonApi, at: At, clientId: string) {
  const { json } = await api.call(at(`/clients?clientId=${encodeURIComponent(clientId)}`));
  return z.tuple([clientSchema]).parse(json)[0];
}
