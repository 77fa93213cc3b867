import { z } from 'zod';

import { refusal } from '../refusal.ts';
import type { Registration } from '../state/applications.ts';
import type { Provider } from '../state/providers.ts';
import { explained } from './answers.ts';
import { adopt, clientInformation } from './exchange.ts';
import type { IdpClient } from './idp-client.ts';
import { managementAccess, renewalUrl } from './management.ts';
import type { Quirks } from './quirks.ts';

const methodSchema = z
  .string()
  .toUpperCase()
  .pipe(z.enum(['POST', 'PUT', 'PATCH']));

/** `undefined` when the renewal of a provider cannot work: its method, or the start of its URL. */
export function renewalMethod(provider: Provider): 'POST' | 'PUT' | 'PATCH' | undefined {
  const isUrl = /^https?:\/\//.test(provider.renew_client_secret_endpoint ?? '');
  return isUrl ? methodSchema.safeParse(provider.renew_client_secret_method).data : undefined;
}

export const renewalInvalid = () =>
  refusal(
    400,
    'Client Registration provider is defined with renew_client_secret support but is not correctly configured. Please check the renew endpoint and use a valid HTTP method (POST, PUT, PATCH)',
    { technicalCode: 'clientRegistrationProvider.renewClientSecret.invalid' },
  );

/** The product's own extension: a call without a body to the URL that the provider is configured with. */
export async function renewSecret(
  client: IdpClient,
  registration: Registration,
  provider: Provider,
  quirks: Quirks,
): Promise<Registration> {
  const { authorization } = managementAccess(registration, quirks);
  const url = renewalUrl(provider, client.endpoints, registration.payload, quirks);
  const method = renewalMethod(provider);
  if (method === undefined) throw renewalInvalid();
  return explained('Unexpected error while renewing client secret', async () => {
    const answer = await client.send({ method, url, authorization, accept: 'application/json', body: 'none' });
    const payload = clientInformation(answer, [200], 'renew client secret', quirks);
    if (!quirks.replacesPayload && typeof payload['client_secret'] !== 'string')
      throw new Error('the answer has no client_secret');
    return adopt(registration, payload, quirks);
  });
}
