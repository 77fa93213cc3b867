import assert from 'node:assert/strict';
import { test } from 'node:test';

import { at, json } from '../testing/good-idp.ts';
import { environment, portal, providers } from '../testing/rest-caller.ts';
import { idOf, messageOf, settingsOf, startWorld, type World } from '../testing/world.ts';

const application = (oauth: object) => ({ name: 'app', description: 'd', settings: { oauth } });

const post = (world: World, body: object) => world.call('POST', `${environment}/applications`, body);

const asApim = (override?: Parameters<typeof startWorld>[2]) => startWorld('as-apim-3.20', {}, override);

test('errors of a request that never reaches the IdP', async () => {
  await using world = await asApim();
  await world.provide();
  const sent = world.idp.seen.length;
  for (const [body, status, technicalCode, message] of [
    [{ name: 'x', description: 'd', settings: {} }, 400, 'application.invalid', /missing type or multiple types/],
    [application({ ...settingsOf.web, application_type: 'FOO' }), 500, undefined, /No enum constant .*FOO/],
    [
      application({ ...settingsOf.web, grant_types: [] }),
      404,
      'application.grantTypesNotFound',
      /Grant types can not be found/,
    ],
    [application({ ...settingsOf.web, grant_types: ['password'] }), 400, 'application.grantTypesNotAllowed', undefined],
    [application({ ...settingsOf.web, redirect_uris: [] }), 404, 'application.redirectUrisNotFound', /Redirect Uris/],
    [{ description: 'd', settings: { app: {} } }, 400, undefined, /name must not be null/],
    [{ name: '', description: 'd', settings: { app: {} } }, 400, undefined, /name must not be empty/],
    [{ name: 'x', settings: { app: {} } }, 400, undefined, /description must not be null/],
  ] as const) {
    const answer = await post(world, body);
    const said = answer.body as { message?: string; technicalCode?: string; http_status: number };
    assert.deepEqual([answer.status, said.http_status, said.technicalCode], [status, status, technicalCode]);
    if (message === undefined) assert.equal(said.message, undefined);
    else assert.match(said.message ?? '', message);
  }
  assert.equal(world.idp.seen.length, sent);
});

test('mandatory grants are left to the pages, and refresh_token alone has no response type', async () => {
  await using world = await asApim();
  await world.provide();
  assert.equal((await world.create('web', { grant_types: ['refresh_token'] })).status, 201);
  assert.match(world.last('POST')?.body ?? '', /"response_types":\[\]/);
});

test('registration switched off, and no provider', async () => {
  await using world = await asApim();
  assert.equal(messageOf(await world.create('web')).startsWith('No Dynamic Client Registration provider'), true);
  await world.call('POST', `${environment}/settings`, {});
  const answer = await world.create('web');
  assert.deepEqual([answer.status, messageOf(answer)], [500, 'The client registration is disabled']);
});

test('what the IdP says about a registration reaches the REST caller', async () => {
  const answers = [
    [
      json(400, { error: 'invalid_redirect_uri', error_description: 'no' }),
      'error[invalid_redirect_uri] description[no]',
    ],
    [json(500, {}), 'error[] description[]'],
    [{ status: 502, headers: { 'content-type': 'text/html' }, body: '<p>' }, 'status[502] message[<p>]'],
    [{ status: 503, headers: {}, body: '' }, 'status[503]'],
  ] as const;
  for (const [answer, said] of answers) {
    await using world = await asApim(at('POST', '/reg', answer));
    await world.provide();
    const refused = await world.create('web');
    assert.equal(refused.status, 400);
    assert.equal(
      messageOf(refused),
      `Unexpected error while registering client: Unexpected response from OIDC Registration endpoint: ${said}`,
    );
  }
});

test('an archived application cannot be changed', async () => {
  await using world = await asApim();
  const path = `${environment}/applications/${idOf(await post(world, { name: 'x', description: 'd', settings: { app: {} } }))}`;
  assert.equal((await world.call('DELETE', `${path}/`)).status, 204);
  const answer = await world.call('PUT', path, { name: 'y', description: 'd', settings: { app: {} } });
  assert.deepEqual([answer.status, messageOf(answer)], [400, 'Application [x] is archived and cannot be modified.']);
});

test('the client id of a Simple application is unique', async () => {
  await using world = await asApim();
  const simple = { name: 'x', description: 'd', settings: { app: { client_id: 'abc' } } };
  assert.equal((await post(world, simple)).status, 201);
  assert.equal(messageOf(await post(world, simple)), 'An application already exists with client_id [abc]');
});

test('a secret cannot be renewed without support of the provider, nor for a Simple application', async () => {
  await using world = await asApim();
  await world.provide();
  const path = `${environment}/applications/${idOf(await world.create('web'))}`;
  const answer = await world.call('POST', `${path}/renew_secret`);
  assert.deepEqual([answer.status, messageOf(answer)], [400, 'Client secret for application [app] cannot be renewed.']);
});

test('errors of a provider that never reaches the IdP', async () => {
  await using world = await asApim();
  const wanted = [
    [{ name: 'ab' }, 400, /size must be between/],
    [{ client_secret: null }, 500, /Client credentials are missing/],
    [{ initial_access_token_type: 'INITIAL_ACCESS_TOKEN' }, 500, /Access token is missing/],
    [{ initial_access_token_type: 'INITIAL_ACCESS_TOKEN', initial_access_token: '' }, 400, /no initial access token/],
    [
      {
        renew_client_secret_support: true,
        renew_client_secret_method: 'GET',
        renew_client_secret_endpoint: 'https://x',
      },
      400,
      /not correctly configured/,
    ],
  ] as const;
  for (const [extra, status, message] of wanted) {
    const answer = await world.provide(extra);
    assert.equal(answer.status, status);
    assert.match(messageOf(answer), message);
  }
  assert.deepEqual((await world.call('GET', providers)).body, []);
  const missing = await world.call('GET', `${providers}/none`);
  assert.deepEqual(
    [missing.status, messageOf(missing)],
    [404, 'Client registration provider [none] can not be found.'],
  );
  assert.equal(world.idp.seen.length, 0);
});

test('a portal update must name the application that it changes', async () => {
  await using world = await asApim();
  await world.provide();
  const path = `${portal}/applications/${idOf(await world.create('web'))}`;
  const answer = await world.call('PUT', path, { id: 'other', ...application(settingsOf.web) });
  assert.equal(answer.status, 400);
  assert.match(JSON.stringify(answer.body), /'applicationId' is not the same that the application in payload/);
});
