/**
 * A real Keycloak for the tests: the distribution from Maven Central, kept in the cache folder of the system, with a realm
 * and a service account that may register clients.
 *
 *   node scripts/idps/keycloak.ts        starts one, prints how to reach it, stops it at Ctrl-C
 */
import { join } from 'node:path';
import { keycloakAdmin, type KeycloakAdmin } from '../../src/target/idp/keycloak/admin.ts';
import { builtWith, script, startDistribution } from '../../src/target/idp/keycloak/distribution.ts';
import { createRealm } from '../../src/target/idp/keycloak/realm.ts';
import { newAdmin } from '../../src/target/idp/admin-client.ts';
import { cached } from './cache-folder.ts';
import { runAlone } from './alone.ts';
import { run } from './program.ts';
import type { RunningIdp } from './running-idp.ts';

export const keycloakVersion = '26.5.0';

const artifact = `org.keycloak:keycloak-quarkus-dist:${keycloakVersion}:zip`;
const unpack = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';

/** The unpacked distribution, fetched and built once for this machine. */
export async function keycloakHome(): Promise<string> {
  const inside = `keycloak-${keycloakVersion}`;
  const folder = await cached(inside, async (fresh) => {
    process.stderr.write(`fetching ${artifact} …\n`);
    await run('mvn', ['-q', '-B', unpack, `-Dartifact=${artifact}`, `-DoutputDirectory=${fresh}`], fresh);
    await run(script(join(fresh, inside)), ['build', ...builtWith]);
  });
  return join(folder, inside);
}

export interface RunningKeycloak extends RunningIdp {
  /** The administrator of the whole server. */
  readonly admin: KeycloakAdmin;
}

/** Starts Keycloak on a free port; everything is in memory and gone with it. */
export async function startKeycloak(): Promise<RunningKeycloak> {
  await using started = new AsyncDisposableStack();
  const { admin } = started.use(await startDistribution({ home: await keycloakHome(), built: true }));
  const api = started.use(keycloakAdmin(admin));
  const realm = await createRealm(api, 'dcrh', { adminScope: 'dcr_admin' });
  const { clientId, clientSecret, scope } = await realm.createAdminClient(newAdmin('dcr_admin'));
  const running = started.move();
  return {
    admin,
    discoveryUrl: `${admin.url}/realms/${realm.name}/.well-known/openid-configuration`,
    adminClientId: clientId,
    adminClientSecret: clientSecret,
    scope,
    count: async () => (await realm.clients()).length,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

if (import.meta.main) await runAlone(startKeycloak);
