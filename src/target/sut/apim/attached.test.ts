import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { startMockIdp } from '../../../../mock-idp/mock-idp.ts';
import type { ReferenceOptions } from '../../../../reference-apim/api.ts';
import { startReferenceApim } from '../../../../reference-apim/reference-apim.ts';
import { Inconclusive } from '../../../errors.ts';
import { attachApim, guardApim } from './attached.ts';
import { readInstallation, type Installation } from './installation.ts';
import { environment, managementApi, providersPath, type Management } from './management.ts';

const admin = { username: 'admin', password: 'admin' };

interface World extends AsyncDisposable {
  readonly run: { how: 'attach'; managementUrl: string; consoleUrl: string; portalUrl: string };
  readonly management: Management;
  /** A body for a provider at an IdP of its own. */
  provider(name: string): Promise<Record<string, unknown>>;
  /** The IdP behind all providers is gone. */
  endIdp(): Promise<void>;
}

async function startWorld(options: ReferenceOptions = { mode: 'as-apim-4.12' }): Promise<World> {
  await using started = new AsyncDisposableStack();
  const idp = started.use(await startMockIdp());
  const apim = started.use(await startReferenceApim(options));
  const running = started.move();
  const { managementUrl, consoleUrl, portalUrl } = apim;
  return {
    run: { how: 'attach', managementUrl, consoleUrl, portalUrl },
    management: managementApi(managementUrl, admin),
    provider: async (name) => {
      const view = await idp.view(name);
      const { clientId, clientSecret, scope } = await view.createAdminClient();
      return {
        name,
        description: '***',
        discovery_endpoint: view.discoveryUrl,
        initial_access_token_type: 'CLIENT_CREDENTIALS',
        client_id: clientId,
        client_secret: clientSecret,
        scopes: [scope],
      };
    },
    endIdp: async () => idp[Symbol.asyncDispose](),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

type Tree = Record<string, Record<string, unknown>>;

/** What an administrator set by hand before anybody ran the harness. */
async function byHand({ call }: Management): Promise<void> {
  const settings = (await call('GET', `${environment}/settings`)) as Tree;
  settings['company'] = { name: 'Acme "odd" Gmbh & Söhne' };
  settings['application'] = {
    registration: { enabled: false },
    types: { ...(settings['application']?.['types'] as object), native: { enabled: false } },
  };
  settings['cors'] = { ...settings['cors'], allowOrigin: ['https://a.example', 'https://b.example'], maxAge: 7 };
  settings['email'] = { ...settings['email'], password: 'mail-s3cret' };
  await call('POST', `${environment}/settings`, settings);
  await newApplication({ call }, 'Own application');
}

const newApplication = ({ call }: Pick<Management, 'call'>, name: string) =>
  call('POST', `${environment}/applications`, { name, description: 'd', settings: { app: { type: 'web' } } });

/** As a story does, and ends without tidying up. */
async function asStory(management: Management, provider: Record<string, unknown>): Promise<void> {
  const { call } = management;
  const settings = (await call('GET', `${environment}/settings`)) as Tree;
  settings['application'] = { ...settings['application'], registration: { enabled: true } };
  await call('POST', `${environment}/settings`, settings);
  await newApplication(management, 'Application of a story');
  for (const { id } of (await readInstallation(management)).providers) await call('DELETE', `${providersPath}/${id}`);
  await call('POST', providersPath, provider);
}

const secretsOf = ({ providers }: Installation) => providers.map((one) => one['client_secret']);
const namesOf = ({ providers }: Installation) => providers.map(({ name }) => name);

test('settings by hand, an application of its own, a provider of its own: all are there again', async () => {
  await using world = await startWorld();
  const { management, run } = world;
  await byHand(management);
  await management.call('POST', providersPath, await world.provider('own-provider'));
  const before = await readInstallation(management);
  for (const round of ['first', 'second']) {
    await using guard = await guardApim(run, { admin });
    await asStory(management, await world.provider(`story-${round}`));
    assert.deepEqual(namesOf(await readInstallation(management)), [`story-${round}`]);
    assert.ok(guard);
  }
  const after = await readInstallation(management);
  assert.deepEqual(after.settings, before.settings);
  assert.deepEqual([...after.applications], [...before.applications]);
  assert.deepEqual(namesOf(after), ['own-provider']);
  assert.deepEqual(secretsOf(after), secretsOf(before));
});

test('a provider that was only edited keeps its id', async () => {
  await using world = await startWorld();
  const { management, run } = world;
  await management.call('POST', providersPath, await world.provider('own-provider'));
  const before = await readInstallation(management);
  {
    await using guard = await guardApim(run, { admin });
    const [one] = before.providers;
    await management.call('PUT', `${providersPath}/${one?.id}`, await world.provider('edited'));
    assert.ok(guard);
  }
  const after = await readInstallation(management);
  assert.deepEqual(
    after.providers.map(({ id }) => id),
    before.providers.map(({ id }) => id),
  );
  assert.deepEqual(secretsOf(after), secretsOf(before));
});

test('the whole settings go back: nothing in the request is missing, and a mask stays the mask', async () => {
  await using world = await startWorld();
  await byHand(world.management);
  const posted: Tree[] = [];
  await using proxy = await startProxy(new URL(world.run.managementUrl).origin, (method, path, body) => {
    if (method === 'POST' && path.endsWith('/settings')) posted.push(JSON.parse(body) as Tree);
  });
  const before = (await world.management.call('GET', `${environment}/settings`)) as Tree;
  {
    await using guard = await guardApim({ ...world.run, managementUrl: `${proxy.origin}/management` }, { admin });
    await asStory(world.management, await world.provider('story'));
    assert.ok(guard);
  }
  assert.deepEqual(posted, [before]);
  assert.equal(posted[0]?.['email']?.['password'], '********');
});

test('nothing changed: nothing is written', async () => {
  await using world = await startWorld();
  const written: string[] = [];
  await using proxy = await startProxy(new URL(world.run.managementUrl).origin, (method, path) => {
    if (method !== 'GET') written.push(`${method} ${path}`);
  });
  {
    await using guard = await guardApim({ ...world.run, managementUrl: `${proxy.origin}/management` }, { admin });
    assert.ok(guard);
  }
  assert.deepEqual(written, []);
});

const sentence = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Inconclusive);
  assert.match(error.message, pattern);
  assert.doesNotMatch(error.message, /\n/);
  return true;
};

test('a provider whose IdP is gone could not be put back, so nothing is begun', async () => {
  await using world = await startWorld();
  const { management, run } = world;
  await management.call('POST', providersPath, await world.provider('own-provider'));
  await world.endIdp();
  const before = await readInstallation(management);
  await assert.rejects(
    guardApim(run, { admin }),
    sentence(/^The product does not take its own provider "own-provider" as it is \(400: .+\), so it could not be put/),
  );
  assert.deepEqual(await readInstallation(management), before);
});

test('a provider whose secrets the product keeps to itself could not be put back either', async () => {
  await using world = await startWorld({ mode: 'correct' });
  await world.management.call('POST', providersPath, await world.provider('own-provider'));
  await assert.rejects(guardApim(world.run, { admin }), sentence(/^The provider "own-provider" .+ shows its secrets/));
});

test('an unlicensed product without a provider is told in one sentence', async () => {
  await using world = await startWorld({ mode: 'as-apim-4.12', licence: 'oss' });
  await assert.rejects(guardApim(world.run, { admin }), sentence(/apim-dcr-registration.+license\.key/));
});

const wrong: readonly [string, (run: World['run']) => Partial<World['run']>, RegExp][] = [
  [
    'nothing listens',
    () => ({ managementUrl: 'http://127.0.0.1:9/management' }),
    /^Management API: nothing answers at /,
  ],
  ['a page instead of the API', ({ consoleUrl }) => ({ managementUrl: consoleUrl }), /Is it the Management API\?/],
  [
    'the API without its path',
    ({ managementUrl }) => ({ managementUrl: new URL(managementUrl).origin }),
    /knows no settings \(404\)\. Is it the Management API\?/,
  ],
  ['no Console', () => ({ consoleUrl: 'http://127.0.0.1:9' }), /^Console: nothing answers at .+--console-url/],
  [
    'the API for a Console',
    ({ managementUrl }) => ({ consoleUrl: managementUrl }),
    /^Console: .+ answers \d+ .+ no page\. Correct --console-url/,
  ],
  ['no Portal', () => ({ portalUrl: 'http://127.0.0.1:9' }), /^Developer Portal: nothing answers at .+--portal-url/],
];

for (const [title, change, pattern] of wrong)
  test(`wrong address, ${title}: one sentence`, async () => {
    await using world = await startWorld();
    await assert.rejects(guardApim({ ...world.run, ...change(world.run) }, { admin }), sentence(pattern));
  });

test('wrong password, and a user who administers nothing: one sentence, without the password', async () => {
  await using world = await startWorld();
  const wrongPassword = { ...admin, password: 'wr0ng-pass' };
  await assert.rejects(guardApim(world.run, { admin: wrongPassword }), (error: unknown) => {
    assert.ok(error instanceof Inconclusive);
    assert.match(error.message, /"admin" could not sign in \(401\)/);
    assert.doesNotMatch(error.message, /wr0ng-pass/);
    return true;
  });
  await assert.rejects(
    guardApim(world.run, { admin: { username: 'user', password: 'password' } }),
    sentence(/"user" may not read the settings \(403\)/),
  );
});

test('addresses with a slash at the end are the same; the portal tells where its API is', async () => {
  await using world = await startWorld();
  const { managementUrl, consoleUrl, portalUrl } = world.run;
  await using sut = await attachApim(
    { how: 'attach', managementUrl: `${managementUrl}/`, consoleUrl: `${consoleUrl}/`, portalUrl: `${portalUrl}/` },
    { admin },
  );
  assert.deepEqual(
    [sut.managementUrl, sut.consoleUrl, sut.portalUrl, sut.portalApiUrl],
    [managementUrl, consoleUrl, portalUrl, `${portalUrl}/portal`],
  );
  assert.match(sut.party.version, /^\d+\.\d+/);
  assert.equal(sut.givenVersion, undefined);
  await using given = await attachApim({ ...world.run, version: '4.5' }, { admin });
  assert.deepEqual([given.party.version, given.givenVersion], ['4.5', '4.5']);
});

/** Passes everything on, and tells of it. */
async function startProxy(
  upstream: string,
  seen: (method: string, path: string, body: string) => void,
): Promise<{ readonly origin: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '/', headers } = request;
      const body = Buffer.concat(chunks);
      seen(method, url, body.toString());
      const { authorization = '', 'content-type': type } = headers;
      void fetch(`${upstream}${url}`, {
        method,
        headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
        ...(body.length > 0 && { body }),
      }).then(async (answer) => {
        const answerType = answer.headers.get('content-type');
        response.writeHead(answer.status, answerType === null ? {} : { 'content-type': answerType });
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
