import type { AdminClient } from '../../../../mock-idp/api.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import { newAdmin } from '../admin-client.ts';
import type { IdpDriver } from '../idp.ts';
import { createDomain, domainNameFor, removeDomainNamed } from './domain.ts';
import { connectGateway, registrationOpens, tokenIsGiven } from './gateway.ts';
import { signIn, versionOf } from './management.ts';

type AmSettings = Extract<IdpSettings, { kind: 'gravitee-am' }>;

const adminScope = 'dcr_admin';

/** Gravitee Access Management: a security domain for each story. */
export async function startGraviteeAm({ run }: AmSettings): Promise<IdpDriver> {
  await using started = new AsyncDisposableStack();
  const server = run.how === 'attach' ? run : started.use(await (await import('./image.ts')).startAmImages(run));
  const management = started.use(await signIn(server));
  const gateway = started.use(connectGateway(server));
  const version = run.how === 'image' ? run.tag : (run.startedFrom ?? (await versionOf(server)) ?? 'unknown');
  // A run that is interrupted, or waits too long, while AM makes a domain never gets to know that domain.
  const begun = new Set<string>();
  started.defer(async () => {
    for (const name of begun) await removeDomainNamed(management, name);
  });
  const running = started.move();
  return {
    version,
    ca: server.ca,
    party: async (name) => {
      const domainName = domainNameFor(name);
      begun.add(domainName);
      const domain = await createDomain(management, domainName);
      const base = `${server.gatewayUrl.replace(/\/$/, '')}${domain.path}`;
      await registrationOpens(gateway, domain.path);
      const makeAdmin = async (wanted: Partial<AdminClient> = {}) => {
        const admin = await domain.createAdminClient({ ...newAdmin(adminScope), ...wanted });
        return { admin, token: await tokenIsGiven(gateway, domain.path, admin) };
      };
      return {
        discoveryUrl: `${base}/oidc/.well-known/openid-configuration`,
        createAdminClient: async (wanted) => (await makeAdmin(wanted)).admin,
        // AM has none of its own: what opens registration is any token of a client that has the scope.
        createInitialAccessToken: async () => (await makeAdmin()).token,
        clients: () => domain.clients(),
        [Symbol.asyncDispose]: async () => {
          await domain[Symbol.asyncDispose]();
          begun.delete(domainName);
        },
      };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
