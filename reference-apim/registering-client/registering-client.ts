import { registrationFailed } from '../refusal.ts';
import type { Registration } from '../state/applications.ts';
import type { Provider } from '../state/providers.ts';
import { newClientCache } from './cache.ts';
import { noCookies } from './cookies.ts';
import { openIdpClient, type IdpClient } from './idp-client.ts';
import type { Wanted } from './metadata.ts';
import type { Quirks } from './quirks.ts';
import { register } from './register.ts';
import { renewSecret } from './renew.ts';
import { sender } from './send.ts';
import { initialAccessToken } from './token.ts';
import { openTrust } from './trust.ts';
import { unregister } from './unregister.ts';
import { update, type ClientUpdate } from './update.ts';

/** The product as a client of the IdP's registration and management endpoints. Errors are refusals for the REST caller. */
export interface RegisteringClient extends Disposable {
  /** Discovery and, with client credentials, one token that is thrown away. */
  checkProvider(provider: Provider): Promise<void>;
  register(provider: Provider, wanted: Wanted): Promise<Registration>;
  update(provider: Provider, registration: Registration, change: ClientUpdate): Promise<Registration>;
  renewSecret(provider: Provider, registration: Registration): Promise<Registration>;
  unregister(registration: Registration): Promise<void>;
}

/** RFC 7591 §3.2.1: what authenticates with a secret was given one. */
const hasItsSecret = ({ payload }: Registration): boolean =>
  payload['token_endpoint_auth_method'] === 'none' ||
  (typeof payload['client_secret'] === 'string' && payload['client_secret'] !== '');

/** `discoveryFailed`: what the REST caller is told when the metadata of a provider cannot be read. */
export function newRegisteringClient(quirks: Quirks, discoveryFailed: string): RegisteringClient {
  const trust = openTrust(discoveryFailed);
  const cache = newClientCache();

  const open = async (provider: Provider, admit: (client: IdpClient) => Promise<unknown>): Promise<IdpClient> => {
    const client = await openIdpClient(provider, await trust.of(provider), quirks, discoveryFailed);
    if (quirks.usesRejectedProvider) cache.put(provider.id, client);
    await admit(client);
    cache.put(provider.id, client);
    return client;
  };

  const clientOf = async (provider: Provider): Promise<IdpClient> =>
    cache.get(provider.id) ?? (await open(provider, async () => undefined));

  return {
    checkProvider: async (provider) => {
      await open(provider, ({ sendForToken, access, endpoints }) =>
        initialAccessToken(sendForToken, access, endpoints, quirks),
      );
    },
    register: async (provider, wanted) => {
      const registration = await register(await clientOf(provider), wanted, provider.software_id, quirks);
      if (quirks.secretOptional || hasItsSecret(registration)) return registration;
      await unregister(sender(trust.latest(), noCookies, quirks), registration, quirks);
      throw registrationFailed('The identity provider answered without a client_secret.');
    },
    update: (provider, registration, change) =>
      update(() => clientOf(provider), registration, change, provider.software_id, quirks),
    renewSecret: async (provider, registration) =>
      renewSecret(await clientOf(provider), registration, provider, quirks),
    unregister: (registration) => unregister(sender(trust.latest(), noCookies, quirks), registration, quirks),
    [Symbol.dispose]: () => trust[Symbol.dispose](),
  };
}
