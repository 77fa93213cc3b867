import { z } from 'zod';

import { refusal } from '../../refusal.ts';
import type { Provider } from '../../state/providers.ts';
import { optionalList, optionalText } from '../body.ts';

/** Enumerations are read in any case. */
const accessType = z
  .string()
  .toUpperCase()
  .pipe(z.enum(['CLIENT_CREDENTIALS', 'INITIAL_ACCESS_TOKEN']));

export const providerRequest = z.object({
  name: optionalText,
  description: optionalText,
  discovery_endpoint: optionalText,
  initial_access_token_type: accessType.nullish(),
  client_id: optionalText,
  client_secret: optionalText,
  scopes: optionalList,
  initial_access_token: optionalText,
  renew_client_secret_support: z.boolean().nullish(),
  renew_client_secret_endpoint: optionalText,
  renew_client_secret_method: optionalText,
  software_id: optionalText,
  trust_store: z.unknown().optional(),
  key_store: z.unknown().optional(),
});

export type ProviderRequest = z.infer<typeof providerRequest>;

type AccessType = Provider['initial_access_token_type'];

function requireAccess(request: ProviderRequest, type: AccessType, creating: boolean): void {
  if (type === 'CLIENT_CREDENTIALS') {
    if (creating && (request.client_id === undefined || request.client_secret === undefined))
      throw refusal(500, 'Client credentials are missing');
    return;
  }
  if (request.initial_access_token === undefined && creating) throw refusal(500, 'Access token is missing');
  if ((request.initial_access_token ?? '') === '')
    throw refusal(
      400,
      'Client Registration provider is defined with INITIAL_ACCESS_TOKEN type but no initial access token has been provided',
      { technicalCode: 'clientRegistrationProvider.accessToken.missing' },
    );
}

const required = <T>(value: T | null | undefined, message: string): T => {
  if (value === null || value === undefined) throw refusal(400, message);
  return value;
};

/** What a valid request says of a provider. Length of the name and the credentials are only checked at creation. */
export function providerOf(request: ProviderRequest, creating: boolean): Omit<Provider, 'id' | 'created_at'> {
  const name = required(request.name, 'must not be null');
  if (creating && name.length < 3) throw refusal(400, 'size must be between 3 and 2147483647');
  const type = required(request.initial_access_token_type, 'must not be null');
  const discovery_endpoint = required(request.discovery_endpoint, 'must not be null');
  requireAccess(request, type, creating);
  const credentials =
    type === 'CLIENT_CREDENTIALS'
      ? { client_id: request.client_id, client_secret: request.client_secret, scopes: request.scopes }
      : { initial_access_token: request.initial_access_token };
  const renewal = request.renew_client_secret_support === true;
  return {
    name,
    description: request.description,
    discovery_endpoint,
    initial_access_token_type: type,
    ...credentials,
    renew_client_secret_support: renewal,
    renew_client_secret_endpoint: request.renew_client_secret_endpoint,
    renew_client_secret_method: request.renew_client_secret_method,
    software_id: request.software_id === '' ? undefined : request.software_id,
    trust_store: request.trust_store ?? undefined,
    key_store: request.key_store ?? undefined,
    updated_at: Date.now(),
  };
}
