import { Inconclusive } from '../../../errors.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import { newAdmin } from '../admin-client.ts';
import type { IdpDriver } from '../idp.ts';
import { createDomain, domainNameFor } from './domain.ts';
import { connectGateway, registrationOpens, tokenIsGiven } from './gateway.ts';
import { signIn } from './management.ts';

type AmSettings = Extract<IdpSettings, { kind: 'gravitee-am' }>;

const adminScope = 'dcr_admin';

/** Gravitee Access Management: a security domain for each story. */
export async function startGraviteeAm({ run }: AmSettings): Promise<IdpDriver> {
  await using started = new AsyncDisposableStack();
  const server = run.how === 'attach' ? run : started.use(await (await import('./image.ts')).startAmImages(run));
  const management = started.use(await signIn(server));
  const gateway = started.use(connectGateway(server));
  const running = started.move();
  return {
    version: run.how === 'image' ? run.tag : (run.startedFrom ?? 'attached'),
    ca: server.ca,
    party: async (name) => {
      const domain = await createDomain(management, domainNameFor(name));
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
