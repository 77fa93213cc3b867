import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keycloakAdmin } from '../../src/target/idp/keycloak/admin.ts';
import { startIdp } from '../../src/target/idp/idp.ts';
import { keycloakVersion, startKeycloak } from './keycloak.ts';
import { secretReference } from './conformance.ts';
import { testConformance } from './conformance-tests.ts';
import { tellTutorial } from './story.ts';

const folder = await mkdtemp(join(tmpdir(), 'dcrh-idps-'));
const keycloak = await startKeycloak();

test.after(async () => {
  await keycloak[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const realms = async (): Promise<string> => {
  await using api = keycloakAdmin(keycloak.admin);
  return (await api.call('')).text;
};

test('the tutorial with Keycloak: same verdicts on what the product sent, the client in the realm, nothing left', async () => {
  const password = 'KEYCLOAK_PASSWORD';
  const args = ['--idp', 'keycloak', '--idp-url', keycloak.admin.url, '--idp-password-env', password];
  const out = join(folder, 'keycloak');
  const mock = await tellTutorial(join(folder, 'mock'), [], {});
  const real = await tellTutorial(out, args, { [password]: keycloak.admin.password });
  assert.equal(mock.exitCode, 0, mock.said);
  assert.equal(real.exitCode, 0, real.said);
  assert.ok([...mock.verdicts.values()].includes('pass'));
  assert.deepEqual(real.verdicts, mock.verdicts);

  const { recording } = real;
  const [application] = recording.applications;
  assert.deepEqual(recording.idp, { kind: 'keycloak', version: keycloakVersion });
  const inRealm = application?.idp ?? undefined;
  assert.equal(inRealm?.name, application?.name);
  assert.deepEqual(inRealm?.grantTypes, ['client_credentials']);
  assert.deepEqual(recording.clientsAtIdp, [inRealm.clientId]);
  const registration = recording.exchanges.at(-1);
  assert.ok(registration !== undefined);
  assert.ok(registration.upstream !== undefined);
  assert.ok(registration.upstream.url.startsWith(`${keycloak.admin.url}/realms/dcrh-t-`));
  assert.ok(registration.upstream.rewritten.some(({ pointer }) => pointer === '/registration_client_uri'));
  assert.ok(!registration.response.body.text.includes(keycloak.admin.url));

  assert.ok(!(await realms()).includes('dcrh-t-'));
  for (const name of await readdir(out, { recursive: true, withFileTypes: true }))
    if (name.isFile()) {
      const bytes = await readFile(join(name.parentPath, name.name));
      assert.ok(!bytes.includes(keycloak.admin.password), `${name.name} shows the administrator’s password`);
    }
});

test('a realm for each view: isolated, with an initial access token, removed with the view', async () => {
  await using idp = await startIdp({ kind: 'keycloak', run: { how: 'attach', ...keycloak.admin } });
  const view = await idp.view('one');
  const other = await idp.view('two');
  const discovery = await fetch(view.discoveryUrl);
  const metadata = (await discovery.json()) as Record<string, string>;
  assert.equal(metadata['issuer'], view.issuer);
  const register = (token: string) =>
    fetch(metadata['registration_endpoint'] ?? '', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'by token', redirect_uris: ['https://a.example/cb'] }),
    });
  assert.equal((await register(await view.createInitialAccessToken())).status, 201);
  assert.equal((await register('not-a-token')).status, 401);
  const clients = await view.clients();
  assert.deepEqual(
    clients?.map(({ metadata: held }) => [held['client_name'], held['redirect_uris']]),
    [['by token', ['https://a.example/cb']]],
  );
  assert.deepEqual(await other.clients(), []);
  await view[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  assert.ok(!(await realms()).includes('dcrh-one'));
});

test('a wrong password is told in one sentence', async () => {
  const run = { how: 'attach' as const, ...keycloak.admin, password: 'wrong-password' };
  await assert.rejects(startIdp({ kind: 'keycloak', run }), (error: Error) => {
    assert.match(error.message, /^Keycloak: POST .*\/token answered 401: /);
    assert.ok(!error.message.includes('wrong-password'));
    return true;
  });
});

// A role of its service account opens registration, so it asks for no scope.
testConformance({
  name: 'keycloak',
  idp: keycloak,
  args: ['--client-id', keycloak.adminClientId, '--client-secret', secretReference],
  secret: keycloak.adminClientSecret,
  deletes: true,
  known({ result, recordings }) {
    const registered = recordings
      .find(({ id }) => id === 'idp-registration')
      ?.exchanges.filter(({ response: { status } }) => status === 201);
    assert.ok(registered !== undefined && registered.length > 20);
    for (const { response } of registered)
      assert.ok(!response.headers.some(([header, value]) => /^cache-control$/i.test(header) && /no-store/.test(value)));
    assert.equal(result.verdicts.find(({ id }) => id === 'IR-03')?.outcome, 'fail');
  },
});
