import { z } from 'zod';
import type { AdminClient } from '../../../../mock-idp/api.ts';
import { basicAuthorization } from '../../../oauth/basic.ts';
import { jsonApi, type JsonApi } from '../json-api.ts';
import { until } from '../../until.ts';

/** The gateway takes over what was changed every 5 s, and serves nothing of the domain for up to half a second of that. */
const sync = { deadline: 120_000, interval: 500 };

export const connectGateway = ({ gatewayUrl, ca }: { gatewayUrl: string; ca?: string | undefined }): JsonApi =>
  jsonApi({ base: gatewayUrl.replace(/\/$/, ''), name: 'Gravitee AM', ca });

/** Discovery does not tell whether registration is on. A request without a token does, and leaves nothing behind. */
export const registrationOpens = (gateway: JsonApi, path: string) =>
  until({
    ...sync,
    what: `the gateway of Gravitee AM to serve ${path} with registration on`,
    times: 2,
    look: async () => {
      const { status } = await gateway.call(`${path}/oidc/register`, {
        method: 'POST',
        json: {},
        allow: [400, 401, 403, 404, 500, 502, 503],
      });
      return status === 401 || status === 400 ? undefined : `status ${status} at ${path}/oidc/register`;
    },
  });

const granted = z.looseObject({ access_token: z.string() });

/** The gateway knows a client when it gives it a token. */
export async function tokenIsGiven(
  gateway: JsonApi,
  path: string,
  { clientId, clientSecret, scope }: AdminClient,
): Promise<string> {
  let token = '';
  await until({
    ...sync,
    what: `the gateway of Gravitee AM to know the client ${clientId}`,
    times: 2,
    look: async () => {
      const { status, json } = await gateway.call(`${path}/oauth/token`, {
        method: 'POST',
        headers: { authorization: basicAuthorization(clientId, clientSecret) },
        form: { grant_type: 'client_credentials', scope },
        allow: [400, 401, 404, 500, 502, 503],
      });
      if (status !== 200) return `status ${status} at ${path}/oauth/token`;
      token = granted.parse(json).access_token;
      return undefined;
    },
  });
  return token;
}
