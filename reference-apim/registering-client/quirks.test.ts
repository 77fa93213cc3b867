import assert from 'node:assert/strict';
import { test } from 'node:test';

import { at, bodyOf, issuedOf, json, metadataOf, startGoodIdp } from '../testing/good-idp.ts';
import { environment, portal, providers } from '../testing/rest-caller.ts';
import type { SeenRequest } from '../testing/stub-idp.ts';
import { headerOf, idOf, messageOf, settingsOf, startWorld, type World } from '../testing/world.ts';
import { noCookies } from './cookies.ts';
import { readPayload } from './payload.ts';
import { quirkNames, quirksOf, type QuirkName, type Quirks } from './quirks.ts';
import { sender } from './send.ts';
import type { Connections } from './transport.ts';

/** What a story shows with the quirk alone switched on, and without. */
interface Case {
  idp?: Parameters<typeof startGoodIdp>[0];
  /** Other quirks that must be on for this one to show. */
  with?: Partial<Quirks>;
  story: (world: World) => Promise<unknown>;
  quirk: unknown;
  correct: unknown;
}

const basicOf = (request: SeenRequest | undefined) =>
  Buffer.from((headerOf(request, 'authorization') ?? '').replace('Basic ', ''), 'base64').toString();

const tokenRequest = ({ idp }: World) => idp.seen.findLast(({ target }) => target === '/token');
const registration = ({ idp }: World) =>
  idp.seen.findLast(({ target, method }) => target === '/reg' && method === 'POST');
const countOf = ({ idp }: World, method: string) => idp.seen.filter((request) => request.method === method).length;

const metadata = (change: (origin: string) => object) => (request: SeenRequest, origin: string) =>
  request.method === 'GET' ? json(200, { ...metadataOf(origin), ...change(origin) }) : undefined;

/** Answers of the registration with a change. */
const registered =
  (change: object, status = 201) =>
  (request: SeenRequest, origin: string) =>
    request.target === '/reg' ? json(status, { ...bodyOf(request), ...issuedOf(origin), ...change }) : undefined;

const provided = async (world: World) => (await world.provide()).status;

async function createdStatus(world: World) {
  await world.provide();
  return (await world.create('web')).status;
}

async function registeredBody(world: World, type: keyof typeof settingsOf = 'web', extra: object = {}) {
  await world.provide();
  await world.create(type, extra);
  return bodyOf(registration(world));
}

async function made(world: World, extra: object = {}) {
  await world.provide(extra);
  return `${environment}/applications/${idOf(await world.create('web'))}`;
}

const change = (name: string, oauth: object = {}) => ({
  name,
  description: 'd',
  settings: { oauth: { ...settingsOf.web, ...oauth } },
});

async function updatedBody(world: World, oauth: object = {}) {
  await world.call('PUT', await made(world), change('renamed', oauth));
  return bodyOf(world.last('PUT'));
}

const renewal = (origin: string) => ({
  renew_client_secret_support: true,
  renew_client_secret_method: 'POST',
  renew_client_secret_endpoint: `${origin}/reg/{#client_id}/renew`,
});

const oauthOf = (body: unknown) => (body as { settings: { oauth: Record<string, unknown> } }).settings.oauth;

/** Every quirk has its story; that of time is below, so that nobody waits for it. */
const cases: Record<Exclude<QuirkName, 'noTimeout'>, Case> = {
  rawBasic: {
    story: async (world) => {
      await world.provide({ client_id: 'a:b', client_secret: 'p+q%é' });
      return basicOf(tokenRequest(world));
    },
    quirk: 'a:b:p+q%é',
    correct: 'a%3Ab:p%2Bq%25%C3%A9',
  },
  alwaysBasic: {
    idp: metadata(() => ({ token_endpoint_auth_methods_supported: ['client_secret_post'] })),
    story: async (world) => {
      await world.provide();
      return [headerOf(tokenRequest(world), 'authorization') !== undefined, tokenRequest(world)?.body];
    },
    quirk: [true, 'grant_type=client_credentials&scope=dcr_admin'],
    correct: [false, 'grant_type=client_credentials&scope=dcr_admin&client_id=apim&client_secret=s3cret'],
  },
  latin1Form: {
    story: async (world) => {
      await world.provide({ scopes: ['é✓'] });
      return tokenRequest(world)?.body;
    },
    quirk: 'grant_type=client_credentials&scope=%E9%3F',
    correct: 'grant_type=client_credentials&scope=%C3%A9%E2%9C%93',
  },
  bearerNull: {
    idp: at('POST', '/token', json(200, { token_type: 'Bearer' })),
    story: async (world) => {
      const status = await provided(world);
      await world.create('web');
      return [status, headerOf(registration(world), 'authorization')];
    },
    quirk: [201, 'Bearer null'],
    correct: [400, undefined],
  },
  anyTokenType: {
    idp: at('POST', '/token', json(200, { access_token: 'x', token_type: 'mac' })),
    story: provided,
    quirk: 201,
    correct: 400,
  },
  noLimit: { idp: metadata(() => ({ long: 'x'.repeat(1_100_000) })), story: provided, quirk: 201, correct: 400 },
  anyNumberOfClients: {
    story: async (world) => {
      await world.provide();
      const statuses: number[] = [];
      for (let count = 0; count < 61; count += 1) statuses.push((await world.create('web')).status);
      return statuses.filter((status) => status === 201).length;
    },
    quirk: 61,
    correct: 60,
  },
  anySuccessStatus: { idp: registered({}, 202), story: createdStatus, quirk: 201, correct: 400 },
  anyIssuer: { idp: metadata(() => ({ issuer: 'https://evil.example' })), story: provided, quirk: 201, correct: 400 },
  endpointsUnchecked: {
    idp: metadata(() => ({ registration_endpoint: undefined })),
    story: async (world) => {
      const answer = await world.provide();
      return [answer.status, (await world.create('web')).status];
    },
    quirk: [201, 500],
    correct: [400, 400],
  },
  hidesDiscoveryError: {
    idp: metadata(() => ({ token_endpoint: undefined })),
    story: async (world) => /no usable token_endpoint/.test(messageOf(await world.provide())),
    quirk: false,
    correct: true,
  },
  discoveryWithoutAccept: {
    story: async (world) => {
      await world.provide();
      return headerOf(world.last('GET'), 'accept');
    },
    quirk: undefined,
    correct: 'application/json',
  },
  charsetOnJson: {
    story: async (world) => {
      await registeredBody(world);
      return headerOf(registration(world), 'content-type');
    },
    quirk: 'application/json; charset=UTF-8',
    correct: 'application/json',
  },
  libraryUserAgent: {
    story: async (world) => {
      await world.provide();
      return headerOf(world.last('GET'), 'user-agent');
    },
    quirk: 'Apache-HttpClient/4.5.13 (Java/17.0.15)',
    correct: 'dcr-harness-reference-apim',
  },
  latin1Answers: {
    idp: at('POST', '/token', { status: 400, headers: { 'content-type': 'text/plain' }, body: 'é' }),
    story: async (world) => messageOf(await world.provide()).slice(-4),
    quirk: '[Ã©]',
    correct: 'e[é]',
  },
  follows303: {
    idp: (request, origin) => {
      if (request.target === '/reg' && request.method === 'POST')
        return { status: 303, headers: { location: `${origin}/elsewhere` } };
      return request.target === '/elsewhere' ? json(201, issuedOf(origin)) : undefined;
    },
    story: async (world) => {
      const status = await createdStatus(world);
      return [
        status,
        headerOf(
          world.idp.seen.find(({ target }) => target === '/elsewhere'),
          'authorization',
        ),
      ];
    },
    quirk: [201, 'Bearer iat'],
    correct: [400, undefined],
  },
  keepsCookies: {
    idp: (request, origin) =>
      request.method === 'GET' ? json(200, metadataOf(origin), { 'set-cookie': 'node=1; Path=/' }) : undefined,
    story: async (world) => {
      await registeredBody(world);
      return [headerOf(registration(world), 'cookie'), headerOf(tokenRequest(world), 'cookie')];
    },
    quirk: ['node=1', undefined],
    correct: [undefined, undefined],
  },
  verbatimApplicationType: {
    story: async (world) =>
      (await registeredBody(world, 'machine', { application_type: 'BACKEND_TO_BACKEND' }))['application_type'],
    quirk: 'BACKEND_TO_BACKEND',
    correct: 'web',
  },
  authMethodUnsaid: {
    story: async (world) => (await registeredBody(world, 'browser'))['token_endpoint_auth_method'],
    quirk: undefined,
    correct: 'none',
  },
  bareTokenResponse: {
    story: async (world) =>
      (await registeredBody(world, 'web', { grant_types: ['authorization_code', 'implicit'] }))['response_types'],
    quirk: ['code', 'token', 'id_token'],
    correct: ['code', 'id_token'],
  },
  redirectUrisMayBeAbsent: {
    story: async (world) => (await registeredBody(world, 'machine'))['redirect_uris'],
    quirk: undefined,
    correct: [],
  },
  ignoresAdditionalMetadata: {
    story: async (world) => {
      const body = await registeredBody(world, 'web', {
        additional_client_metadata: { contacts: 'a@b.example', tos_uri: 'https://t.example', org: '1' },
      });
      return [body['contacts'], body['tos_uri'], body['org']];
    },
    quirk: [undefined, undefined, undefined],
    correct: [['a@b.example'], 'https://t.example', '1'],
  },
  dropsUnknownMetadata: {
    story: async (world) => (await registeredBody(world, 'web', { additional_client_metadata: { org: '1' } }))['org'],
    quirk: undefined,
    correct: '1',
  },
  scopeAsArray: {
    story: async (world) =>
      (await registeredBody(world, 'web', { additional_client_metadata: { scope: 'a b' } }))['scope'],
    quirk: ['a', 'b'],
    correct: 'a b',
  },
  clientIdOptional: {
    with: { secretOptional: true },
    idp: at('POST', '/reg', json(201, {})),
    story: createdStatus,
    quirk: 201,
    correct: 400,
  },
  strictMembers: {
    idp: registered({ redirect_uris: 'https://a.example/cb' }),
    story: createdStatus,
    quirk: 400,
    correct: 201,
  },
  secretOptional: { idp: registered({ client_secret: undefined }), story: createdStatus, quirk: 201, correct: 400 },
  saysNothingOfCaches: {
    story: async (world) => (await world.provide()).headers.get('cache-control')?.includes('no-store') ?? false,
    quirk: false,
    correct: true,
  },
  returnsProviderSecret: {
    story: async (world) => /s3cret/.test(JSON.stringify((await world.provide()).body)),
    quirk: true,
    correct: false,
  },
  passesPages: {
    idp: at('POST', '/reg', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }),
    story: async (world) => {
      await world.provide();
      return /<h1>/.test(messageOf(await world.create('web')));
    },
    quirk: true,
    correct: false,
  },
  hidesReason: {
    idp: at('POST', '/reg', json(400, { error: 'invalid_redirect_uri' })),
    story: async (world) => {
      await world.provide();
      const answer = await world.call('POST', `${portal}/applications`, change('app'));
      return (answer.body as { errors: { code: string }[] }).errors[0]?.code;
    },
    quirk: 'errors.clientRegistrationProvider.exception',
    correct: 'errors.clientRegistrationProvider.refused',
  },
  forgetsUnknownMembers: {
    story: async (world) => (await updatedBody(world))['vendor'],
    quirk: undefined,
    correct: 'x',
  },
  forgetsOmittedType: {
    with: { showsTypeOfIdp: true },
    idp: registered({ application_type: undefined }),
    story: async (world) => {
      await world.provide();
      return oauthOf((await world.create('web')).body)['application_type'];
    },
    quirk: undefined,
    correct: 'web',
  },
  showsTypeOfIdp: {
    idp: registered({ application_type: 'spa' }),
    story: async (world) => {
      await world.provide();
      return oauthOf((await world.create('web')).body)['application_type'];
    },
    quirk: 'spa',
    correct: 'web',
  },
  replacesPayload: {
    idp: (request) =>
      request.target.endsWith('renew') ? json(200, { client_id: 'c/1', client_secret: 'second' }) : undefined,
    story: async (world) => {
      const path = await made(world, renewal(world.idp.origin));
      const renewed = await world.call('POST', `${path}/renew_secret`);
      const { client_secret, redirect_uris } = oauthOf(renewed.body);
      return [client_secret, redirect_uris, (await world.call('PUT', path, change('again'))).status];
    },
    quirk: ['second', undefined, 404],
    correct: ['second', ['https://a.example/cb'], 200],
  },
  callersClientId: {
    story: async (world) => (await updatedBody(world, { client_id: 'other' }))['client_id'],
    quirk: 'other',
    correct: 'c/1',
  },
  clearsAbsent: {
    idp: registered({ client_uri: 'https://c.example' }),
    story: async (world) => (await updatedBody(world))['client_uri'],
    quirk: undefined,
    correct: 'https://c.example',
  },
  keepsCleared: {
    idp: registered({ client_uri: 'https://c.example' }),
    story: async (world) => (await updatedBody(world, { client_uri: null }))['client_uri'] ?? 'cleared',
    quirk: 'https://c.example',
    correct: 'cleared',
  },
  softwareIdOfProvider: {
    idp: registered({ software_id: 'idp' }),
    story: async (world) => (await updatedBody(world))['software_id'],
    quirk: undefined,
    correct: 'idp',
  },
  hidesUpdateFailure: {
    idp: at('PUT', '/reg/c1', json(400, { error: 'invalid_client_metadata', error_description: 'no' })),
    story: async (world) => (await world.call('PUT', await made(world), change('renamed'))).status,
    quirk: 200,
    correct: 400,
  },
  updatesUnchangedClient: {
    story: async (world) => {
      await world.call('PUT', await made(world), { ...change('app'), description: 'other' });
      return countOf(world, 'PUT');
    },
    quirk: 1,
    correct: 0,
  },
  managesAnyOrigin: {
    idp: (request, origin) =>
      request.target === '/reg'
        ? json(201, {
            ...issuedOf(origin),
            registration_client_uri: `${origin.replace('localhost', '127.0.0.1')}/reg/c1`,
          })
        : undefined,
    story: async (world) => {
      const answer = await world.call('PUT', await made(world), change('renamed'));
      return JSON.stringify(answer.body).includes('not on the origin');
    },
    quirk: false,
    correct: true,
  },
  rawRenewTemplate: {
    story: async (world) => {
      const path = await made(world, renewal(world.idp.origin));
      await world.call('POST', `${path}/renew_secret`);
      return world.idp.seen.at(-1)?.target;
    },
    quirk: '/reg/c/1/renew',
    correct: '/reg/c%2F1/renew',
  },
  keepsDotSegments: {
    idp: registered({ client_id: 'odd/../../token' }),
    with: { rawRenewTemplate: true },
    story: async (world) => {
      const path = await made(world, renewal(world.idp.origin));
      await world.call('POST', `${path}/renew_secret`);
      return world.idp.seen.at(-1)?.target;
    },
    quirk: '/reg/odd/../../token/renew',
    correct: '/token/renew',
  },
  blanksLineBreaks: {
    idp: at('POST', '/token', json(200, { access_token: 'one\ntwo', token_type: 'Bearer' })),
    story: async (world) => {
      await world.provide();
      await world.create('web');
      return headerOf(registration(world), 'authorization');
    },
    quirk: 'Bearer one two',
    correct: undefined,
  },
  keepsClientOnDelete: {
    story: async (world) => {
      await world.call('DELETE', await made(world));
      return countOf(world, 'DELETE');
    },
    quirk: 0,
    correct: 1,
  },
  leavesOrphans: {
    story: async (world) => {
      await world.provide();
      const answer = await world.call('POST', `${environment}/applications`, { ...change('app'), groups: ['none'] });
      return [answer.status, countOf(world, 'DELETE')];
    },
    quirk: [404, 0],
    correct: [404, 1],
  },
  usesRejectedProvider: {
    idp: (request) =>
      request.target === '/token' && basicOf(request).endsWith(':wrong')
        ? json(401, { error: 'invalid_client' })
        : undefined,
    story: async (world) => {
      const provider = await world.provide();
      const wrong = { ...(provider.body as object), client_secret: 'wrong' };
      const refused = await world.call('PUT', `${providers}/${idOf(provider)}`, wrong);
      return [refused.status, (await world.create('web')).status];
    },
    quirk: [400, 400],
    correct: [400, 201],
  },
  providerRace: {
    story: async (world) => {
      await Promise.all([world.provide(), world.provide()]);
      return ((await world.call('GET', providers)).body as object[]).length;
    },
    quirk: 2,
    correct: 1,
  },
};

const isStory = (name: QuirkName): name is keyof typeof cases => name in cases;

for (const name of quirkNames.filter(isStory))
  test(`quirk ${name}`, async () => {
    const { idp, story, with: others = {}, quirk, correct } = cases[name];
    for (const [on, expected] of [
      [true, quirk],
      [false, correct],
    ] as const) {
      await using world = await startWorld('correct', { ...others, [name]: on }, idp);
      assert.deepEqual(await story(world), expected, on ? 'with the quirk' : 'without it');
    }
  });

test('quirk noTimeout', async () => {
  const timeouts: number[] = [];
  const connections: Connections = {
    send: async ({ timeout }) => {
      timeouts.push(timeout);
      return { status: 200, headers: {}, body: Buffer.from('') };
    },
    [Symbol.dispose]: () => undefined,
  };
  for (const mode of ['as-apim-3.20', 'correct'] as const)
    await sender(connections, noCookies, quirksOf(mode))({ method: 'GET', url: 'http://idp.example/' });
  assert.deepEqual(timeouts, [120_000, 10_000]);
});

test('reads members as the product does: numeric text becomes a number, unknown members are lost', () => {
  const text = JSON.stringify({ client_id: 'c', client_secret_expires_at: '0', require_auth_time: 'true', vendor: 1 });
  assert.deepEqual(readPayload(text, quirksOf('as-apim-3.20')), {
    client_id: 'c',
    client_secret_expires_at: 0,
    require_auth_time: true,
  });
  assert.equal(readPayload(text, quirksOf('correct'))['vendor'], 1);
  assert.throws(() => readPayload('{"scope":["a"]}', quirksOf('as-apim-3.20')), /java.lang.String/);
});

test('says what the library of 3.20.32 was recorded to say of an answer that it cannot read', () => {
  const said = (text: string) => {
    try {
      return readPayload(text, quirksOf('as-apim-3.20'));
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };
  assert.equal(
    said('\uFEFF{"a":1}'),
    `Unexpected character ('\uFEFF' (code 65279 / 0xfeff)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)"\uFEFF{"a":1}"; line: 1, column: 2]`,
  );
  assert.match(
    String(said('<'.padEnd(600))),
    /^Unexpected character \('<' \(code 60\)\): .*\n.*\[truncated 100 chars\]; line: 1/,
  );
  assert.match(
    String(said('null')),
    /ClientRegistrationResponse.getClientId\(\)" because "registrationResponse" is null$/,
  );
});

test('an answer that is the word null fails a registration and a renewal with 500, a token with 400', async () => {
  const nothing = json(201, null);
  for (const [idp, status] of [
    [at('POST', '/reg', nothing), 500],
    [at('POST', '/token', json(200, null)), 400],
  ] as const) {
    await using world = await startWorld('as-apim-3.20', {}, idp);
    const provider = await world.provide();
    const answer = provider.status === 201 ? await world.create('web') : provider;
    assert.equal(answer.status, status);
    assert.match(
      messageOf(answer),
      /^(?:Unexpected error while generating an access_token: )?Cannot invoke "io\.gravitee\./,
    );
  }
});

test('metadata whose endpoint is no text is no metadata', async () => {
  await using world = await startWorld(
    'as-apim-3.20',
    {},
    metadata((origin) => ({ token_endpoint: [`${origin}/token`] })),
  );
  const { status, body } = await world.provide();
  assert.equal(status, 400);
  assert.match(JSON.stringify(body), /Client Registration provider is invalid or can not be reach/);
});

test('a portal update re-sends the type that the IdP echoed', async () => {
  await using world = await startWorld('as-apim-3.20', {}, registered({ application_type: 'spa' }));
  await world.provide();
  const id = idOf(await world.create('web'));
  const answer = await world.call('PUT', `${portal}/applications/${id}`, { id, ...change('renamed') });
  assert.equal(answer.status, 404);
  assert.match(JSON.stringify(answer.body), /ApplicationType \[spa\] can not be found/);
});
