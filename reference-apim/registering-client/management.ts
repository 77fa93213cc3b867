import { refusal } from '../refusal.ts';
import type { Provider } from '../state/providers.ts';
import type { Registration } from '../state/applications.ts';
import type { Endpoints } from './discovery.ts';
import type { JsonObject } from './members.ts';
import type { Quirks } from './quirks.ts';

/** RFC 7592 §3: what manages one client. */
export interface ManagementAccess {
  uri: string;
  authorization: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const missing = () =>
  refusal(404, 'Client cannot be updated because some information are missing from the client registration provider.', {
    technicalCode: 'clientRegistrationProvider.clientInformation.missing',
  });

/** Whether the IdP gave an address and a token that may be used. */
export function isManageable(registration: Registration, quirks: Quirks): boolean {
  try {
    managementAccess(registration, quirks);
    return true;
  } catch {
    return false;
  }
}

/** Throws 404 when the IdP gave no token or no address. */
export function managementAccess({ payload, origin }: Registration, quirks: Quirks): ManagementAccess {
  const token = textOf(payload['registration_access_token']);
  const uri = textOf(payload['registration_client_uri']);
  if (token === '' || uri === '') throw missing();
  if (!quirks.managesAnyOrigin && (!URL.canParse(uri) || new URL(uri).origin !== origin))
    throw refusal(400, 'The registration_client_uri of the client is not on the origin of the registration endpoint.', {
      technicalCode: 'clientRegistrationProvider.exception',
    });
  return { uri, authorization: `Bearer ${token}` };
}

/** The renewal URL of the provider; its template knows three variables. */
export function renewalUrl(provider: Provider, endpoints: Endpoints, payload: JsonObject, quirks: Quirks): string {
  const clientId = textOf(payload['client_id']);
  const variables: Record<string, string> = {
    client_id: quirks.rawRenewTemplate ? clientId : encodeURIComponent(clientId),
    registration_endpoint: endpoints.registration ?? '',
    token_endpoint: endpoints.token ?? '',
  };
  const template = provider.renew_client_secret_endpoint ?? '';
  return template.replaceAll(/\{#(\w+)\}/g, (whole, name: string) => variables[name] ?? whole);
}
