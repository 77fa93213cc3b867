import { z } from 'zod';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import { Bug } from '../../../errors.ts';
import { newAdmin } from '../admin-client.ts';
import type { IdpDriver } from '../idp.ts';
import { keycloakAdmin, type KeycloakAdmin } from './admin.ts';
import { startDistribution } from './distribution.ts';
import { createRealm } from './realm.ts';

type KeycloakSettings = Extract<IdpSettings, { kind: 'keycloak' }>;

/** Names in a server that others may use too. */
const prefix = 'dcrh-';

const adminScope = 'dcr_admin';

const realmSchema = z.looseObject({ realm: z.string() });
const serverInfo = z.looseObject({ systemInfo: z.looseObject({ version: z.string() }) });

/** Keycloak: a realm for each story, which goes with everything that was registered in it. */
export async function startKeycloakDriver({ run }: KeycloakSettings): Promise<IdpDriver> {
  await using started = new AsyncDisposableStack();
  const { admin } = run.how === 'attach' ? { admin: run } : started.use(await startServer(run));
  const api = started.use(keycloakAdmin(admin));
  // The token lets in whoever may read the server's own realm; what is needed beside that shows at the first story.
  realmSchema.parse((await api.call('/master')).json);
  const version = await versionOf(admin);
  const running = started.move();
  return {
    version,
    ca: admin.ca,
    party: async (name) => {
      const realm = await createRealm(api, `${prefix}${name}`, { adminScope });
      return {
        discoveryUrl: `${admin.url.replace(/\/$/, '')}/realms/${realm.name}/.well-known/openid-configuration`,
        createAdminClient: (wanted) => realm.createAdminClient({ ...newAdmin(adminScope), ...wanted }),
        createInitialAccessToken: () => realm.createInitialAccessToken(),
        clients: () => realm.clients(),
        [Symbol.asyncDispose]: () => realm[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function startServer(run: Exclude<KeycloakSettings['run'], { how: 'attach' }>) {
  if (run.how === 'distribution') return startDistribution(run);
  throw new Bug('the containers of a run are started before its stories');
}

/** Told only to an administrator of the server, and no reason to stop when it is not. */
async function versionOf(admin: KeycloakAdmin): Promise<string> {
  await using api = keycloakAdmin(admin, '/admin');
  const { json } = await api.call('/serverinfo', { allow: [401, 403, 404] });
  return serverInfo.safeParse(json).data?.systemInfo.version ?? 'unknown';
}
