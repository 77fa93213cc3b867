import type { Registration } from '../state/applications.ts';
import { explained } from './answers.ts';
import { adopt, clientInformation, jsonBody } from './exchange.ts';
import type { IdpClient } from './idp-client.ts';
import { managementAccess } from './management.ts';
import type { JsonObject } from './members.ts';
import { updateBody, type Wanted } from './metadata.ts';
import type { Quirks } from './quirks.ts';

export interface ClientUpdate {
  wanted: Wanted;
  /** `settings.oauth.client_id` of the REST caller. */
  callersClientId: string | undefined;
}

/** Members that a person can clear: RFC 7592 §2.2 takes an omission for that. */
const clearable = ['client_uri', 'logo_uri'];

const changesNothing = (body: JsonObject, payload: JsonObject): boolean =>
  Object.entries(body).every(([name, value]) => JSON.stringify(value) === JSON.stringify(payload[name])) &&
  clearable.every((name) => name in body || (payload[name] ?? null) === null);

/** RFC 7592 §2.2. `client` is asked for only when there is something to send. */
export async function update(
  client: () => Promise<IdpClient>,
  registration: Registration,
  { wanted, callersClientId }: ClientUpdate,
  softwareId: string | undefined,
  quirks: Quirks,
): Promise<Registration> {
  const content = updateBody(registration.payload, wanted, callersClientId, softwareId, quirks);
  if (!quirks.updatesUnchangedClient && changesNothing(content, registration.payload)) return registration;
  const { send } = await client();
  const { uri: url, authorization } = managementAccess(registration, quirks);
  const body = jsonBody(content, quirks);
  return explained('Unexpected error while updating client', async () => {
    const answer = await send({ method: 'PUT', url, authorization, accept: 'application/json', body });
    const payload = clientInformation(answer, [200], 'OIDC Registration', quirks);
    return { ...adopt(registration, payload, quirks), additionalMetadata: wanted.additionalMetadata };
  });
}
