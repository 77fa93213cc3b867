import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { readPartLogs } from '../../src/recording/part-log.ts';
import { findEngine } from '../../src/target/containers/engine.ts';
import { keycloakAdmin } from '../../src/target/idp/keycloak/admin.ts';
import { keycloakVersion, startKeycloak } from '../idps/keycloak.ts';
import { keycloakImage } from '../idps/keycloak-image.ts';
import { readTold, tellTutorial } from '../idps/story.ts';
import { startDcrh } from './command.ts';
import { buildOwnImage, leftOf, withoutKeycloak } from './engine.ts';

const password = 'KEYCLOAK_PASSWORD';

test(
  'the tutorial with the product as an image and Keycloak behind the recorder',
  { skip: withoutKeycloak },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dcrh-containers-'));
    t.after(() => rm(folder, { recursive: true }));
    await using keycloak = await startKeycloak();
    await buildOwnImage();
    const product = ['--sut', 'reference-image'];
    const idp = ['--idp', 'keycloak', '--idp-url', keycloak.admin.url, '--idp-password-env', password];
    const secrets = { [password]: keycloak.admin.password };
    const mock = await tellTutorial(join(folder, 'mock'), product, {});
    assert.equal(mock.exitCode, 0, mock.said);
    assert.ok([...mock.verdicts.values()].includes('pass'));

    const out = join(folder, 'keycloak');
    const run = startDcrh(['run', 'tutorial', ...product, ...idp, '--out', out], { env: secrets });
    await run.said('see the client at the IdP');
    const inRealm = await applicationsIn(keycloak.admin);
    const { code, stderr } = await run.ended;
    assert.equal(code, 0, stderr);
    t.diagnostic(stderr.split('\n').find((line) => line.includes('in all')) ?? stderr);
    const { recording, verdicts } = await readTold(out);
    assert.deepEqual(verdicts, mock.verdicts);
    assert.deepEqual(recording.idp, { kind: 'keycloak', version: keycloakVersion });
    const [application] = recording.applications;
    assert.ok(application?.idp?.clientId);
    assert.equal(application.idp.name, application.name);
    assert.deepEqual(inRealm, [application.name]);
    assert.deepEqual(recording.clientsAtIdp, [application.idp.clientId]);
    assert.deepEqual(await applicationsIn(keycloak.admin), []);
    assert.ok(!(await readFile(join(out, 'containers.json'), 'utf8')).includes(keycloak.admin.password));
    assert.deepEqual(await leftOf(), []);
  },
);

test(
  'the tutorial with images only, Keycloak as one of them: the verdicts of the mock, all of it in the report, nothing left',
  { skip: withoutKeycloak },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dcrh-containers-'));
    t.after(() => rm(folder, { recursive: true }));
    const image = await keycloakImage(await findEngine());
    await buildOwnImage();
    const product = ['--sut', 'reference-image'];
    const mock = await tellTutorial(join(folder, 'mock'), [...product, '--idp', 'mock-image'], {});
    const out = join(folder, 'keycloak');
    const real = await tellTutorial(out, [...product, '--idp', 'keycloak', '--idp-image', image], {});
    assert.equal(real.exitCode, 0, real.said);
    t.diagnostic(real.said.split('\n').find((line) => line.includes('in all')) ?? real.said);
    assert.deepEqual(real.verdicts, mock.verdicts);
    const { idp, applications, clientsAtIdp } = real.recording;
    assert.deepEqual(idp, { kind: 'keycloak', version: keycloakVersion });
    assert.equal(applications[0]?.idp?.name, applications[0]?.name);
    assert.deepEqual(clientsAtIdp, [applications[0]?.idp?.clientId]);
    const parts = (await readPartLogs(out)).map(({ part, state }) => `${part} ${state}`);
    assert.ok(parts.includes(`keycloak (${image}) running`), parts.join());
    assert.deepEqual(await leftOf(), []);
  },
);

const realmList = z.array(z.looseObject({ realm: z.string() }));
const clientList = z.array(z.looseObject({ name: z.string().optional() }));

/** Names of the clients that stories registered, as the administrator of Keycloak sees them. */
async function applicationsIn(admin: Parameters<typeof keycloakAdmin>[0]): Promise<string[]> {
  await using api = keycloakAdmin(admin);
  const realms = realmList.parse((await api.call('')).json).filter(({ realm }) => realm.startsWith('dcrh-t-'));
  const clients = await Promise.all(
    realms.map(async ({ realm }) => clientList.parse((await api.call(`/${realm}/clients`)).json)),
  );
  // Keycloak's own clients are named by a key of its translations; the administrating one has no name.
  return clients.flat().flatMap(({ name = '' }) => (name === '' || name.startsWith('${') ? [] : [name]));
}
