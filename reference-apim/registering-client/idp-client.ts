import { newCookieJar, noCookies } from './cookies.ts';
import { discover, type Endpoints } from './discovery.ts';
import type { Quirks } from './quirks.ts';
import { sender, type Send } from './send.ts';
import type { InitialAccess } from './token.ts';
import type { Connections } from './transport.ts';
import type { Provider } from '../state/providers.ts';

/** What the product caches for a provider: the endpoints it found and the credentials it was given. */
export interface IdpClient {
  readonly endpoints: Endpoints;
  readonly access: InitialAccess;
  /** For registration and management; the token endpoint has a client of its own without cookies. */
  readonly send: Send;
  readonly sendForToken: Send;
}

function accessOf(provider: Provider): InitialAccess {
  if (provider.initial_access_token_type === 'INITIAL_ACCESS_TOKEN')
    return { kind: 'static', token: provider.initial_access_token ?? '' };
  const { client_id = '', client_secret = '', scopes = [] } = provider;
  return { kind: 'client_credentials', clientId: client_id, clientSecret: client_secret, scopes: [...scopes] };
}

const bothEndpoints = ['token_endpoint', 'registration_endpoint'] as const;

/** Reads the metadata of the provider. `text`: what the REST caller is told when that fails. */
export async function openIdpClient(
  provider: Provider,
  connections: Connections,
  quirks: Quirks,
  text: string,
): Promise<IdpClient> {
  const send = sender(connections, quirks.keepsCookies ? newCookieJar() : noCookies, quirks);
  const access = accessOf(provider);
  const needs = access.kind === 'static' ? (['registration_endpoint'] as const) : bothEndpoints;
  const endpoints = await discover(send, { url: provider.discovery_endpoint, needs }, quirks, text);
  return { endpoints, access, send, sendForToken: sender(connections, noCookies, quirks) };
}
