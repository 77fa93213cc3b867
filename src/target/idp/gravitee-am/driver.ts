import { basicAuthorization } from '../../../oauth/basic.ts';
import { Inconclusive } from '../../../errors.ts';
import type { AdminClient } from '../../../../mock-idp/api.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import { newAdmin } from '../admin-client.ts';
import type { IdpDriver } from '../idp.ts';
import { jsonApi, type JsonApi } from '../json-api.ts';
import { until } from '../until.ts';
import { createDomain } from './domain.ts';
import { signIn } from './management.ts';

type AmSettings = Extract<IdpSettings, { kind: 'gravitee-am' }>;

const prefix = 'dcrh-';

const adminScope = 'dcr_admin';

/** The gateway takes over what was changed every 5 s, and serves nothing of the domain for up to half a second of that. */
const sync = { deadline: 120_000, interval: 500 };

/** Gravitee Access Management: a security domain for each story. */
export async function startGraviteeAm({ run }: AmSettings): Promise<IdpDriver> {
  await using started = new AsyncDisposableStack();
  const server = run.how === 'attach' ? run : started.use(await (await import('./image.ts')).startAmImages(run));
  const management = started.use(await signIn(server));
  const gateway = started.use(
    jsonApi({ base: server.gatewayUrl.replace(/\/$/, ''), name: 'Gravitee AM', ca: server.ca }),
  );
  const running = started.move();
  return {
    version: run.how === 'image' ? run.tag : 'attached',
    ca: server.ca,
    party: async (name) => {
      const domain = await createDomain(management, `${prefix}${name}`);
      const base = `${server.gatewayUrl.replace(/\/$/, '')}${domain.path}`;
      await registrationOpens(gateway, domain.path);
      return {
        discoveryUrl: `${base}/oidc/.well-known/openid-configuration`,
        createAdminClient: async (wanted) => {
          const admin = await domain.createAdminClient({ ...newAdmin(adminScope), ...wanted });
          await tokenIsGiven(gateway, domain.path, admin);
          return admin;
        },
        createInitialAccessToken: async () => {
          throw new Inconclusive('Gravitee AM has no initial access tokens of its own; use client credentials.');
        },
        clients: () => domain.clients(),
        [Symbol.asyncDispose]: () => domain[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Discovery does not tell whether registration is on. A request without a token does, and leaves nothing behind. */
const registrationOpens = (gateway: JsonApi, path: string) =>
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

const tokenIsGiven = (gateway: JsonApi, path: string, { clientId, clientSecret, scope }: AdminClient) =>
  until({
    ...sync,
    what: `the gateway of Gravitee AM to know the client ${clientId}`,
    times: 2,
    look: async () => {
      const { status } = await gateway.call(`${path}/oauth/token`, {
        method: 'POST',
        headers: { authorization: basicAuthorization(clientId, clientSecret) },
        form: { grant_type: 'client_credentials', scope },
        allow: [400, 401, 404, 500, 502, 503],
      });
      return status === 200 ? undefined : `status ${status} at ${path}/oauth/token`;
    },
  });
