import type { Registration } from '../state/applications.ts';
import { explained } from './answers.ts';
import { clientInformation, jsonBody } from './exchange.ts';
import type { IdpClient } from './idp-client.ts';
import { registrationBody, type Wanted } from './metadata.ts';
import type { Quirks } from './quirks.ts';
import { initialAccessToken, missingUrl } from './token.ts';

/** RFC 7591 §3.1: a fresh token, then the registration. */
export async function register(
  client: IdpClient,
  wanted: Wanted,
  softwareId: string | undefined,
  quirks: Quirks,
): Promise<Registration> {
  const token = await initialAccessToken(client.sendForToken, client.access, client.endpoints, quirks);
  const { registration: url } = client.endpoints;
  if (url === undefined) throw missingUrl();
  const body = jsonBody(registrationBody(wanted, softwareId, quirks), quirks);
  const payload = await explained('Unexpected error while registering client', async () => {
    const authorization = `Bearer ${token}`;
    const answer = await client.send({ method: 'POST', url, authorization, accept: 'application/json', body });
    const answered = clientInformation(answer, [201, 200], 'OIDC Registration', quirks);
    return quirks.forgetsOmittedType ? answered : { application_type: wanted.application_type, ...answered };
  });
  return { payload, origin: new URL(url).origin, additionalMetadata: wanted.additionalMetadata };
}
