import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { z } from 'zod';
import { close, listen } from '../../../../mock-idp/listen.ts';
import { ask } from '../../../../mock-idp/testing/client.ts';
import { basicAuthorization } from '../../../oauth/basic.ts';
import { startIdp } from '../idp.ts';

const recorded = z.object({
  scenario: z.string(),
  response: z.object({ status: z.number(), headers: z.array(z.tuple([z.string(), z.string()])), body: z.string() }),
});

/** What the gateway of a real AM 4.6.34 answered, by what it was asked. */
const gatewayAnswers = new Map(
  readFileSync(join(import.meta.dirname, 'test-data', 'gateway-4.6.34.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => recorded.parse(JSON.parse(line)))
    .map(({ scenario, response }) => [scenario, response]),
);

const ownApplication = z.object({ clientId: z.string(), clientSecret: z.string() });

interface Call {
  method: string;
  path: string;
  body: unknown;
}

/**
 * The Management API of AM as documented, and the recorded answers of its gateway, on one port. Like the real gateway it
 * takes over a change only some requests later.
 */
async function startAm({ needsDataPlane = false, cutsCreation = false } = {}) {
  const calls: Call[] = [];
  const applications: Record<string, unknown>[] = [];
  let credentials: string | undefined;
  let behind = 3;
  let origin = '';

  const replay = (response: ServerResponse, scenario: string) => {
    const answer = gatewayAnswers.get(scenario);
    assert.ok(answer, scenario);
    const body = answer.body.replaceAll('http://localhost:8092/dcr', `${origin}/dcrh-s1`);
    const kept = answer.headers.filter(([name]) => !/^(?:content-length|connection)$/i.test(name));
    response.writeHead(answer.status, kept.flat()).end(body);
  };
  const gateway = (request: IncomingMessage, response: ServerResponse) => {
    if (behind > 0) {
      behind -= 1;
      return replay(
        response,
        behind > 1 ? 'discovery of a domain that is not enabled' : 'register while registration is disabled, no token',
      );
    }
    const path = request.url ?? '';
    if (path.endsWith('/openid-configuration')) return replay(response, 'discovery');
    const known = request.headers.authorization === credentials;
    if (path.endsWith('/oauth/token'))
      return replay(response, known ? 'token, dcr_admin default scope, none requested, raw' : 'token, wrong secret');
    replay(response, request.headers.authorization ? 'register backend_to_backend as APIM' : 'register no token');
  };
  const management = (call: Call, response: ServerResponse) => {
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const at = `${call.method} ${call.path.replace('/management/organizations/DEFAULT/environments/DEFAULT', '')}`;
    if (at === 'POST /management/auth/token') return json(200, { access_token: 'mgmt', token_type: 'bearer' });
    if (at === 'GET /management/openapi.json') return json(200, { info: { version: '4.6.34' } });
    if (at === 'POST /domains') {
      const placed = call.body !== null && typeof call.body === 'object' && 'dataPlaneId' in call.body;
      if (needsDataPlane && !placed)
        return json(400, { message: '[dataPlaneId: must not be blank]', http_status: 400 });
      if (cutsCreation) return response.destroy();
      return json(201, { id: 'd1', name: 's1', path: '/dcrh-s1', enabled: false });
    }
    if (at === 'GET /domains/_hrid/dcrh-s1') return json(200, { id: 'd1' });
    if (at === 'PATCH /domains/d1') return json(200, { id: 'd1' });
    if (at === 'POST /domains/d1/applications') {
      const { clientId, clientSecret } = ownApplication.parse(call.body);
      credentials = basicAuthorization(clientId, clientSecret);
      applications.push({ id: 'own', name: clientId, settings: { oauth: { clientId } } });
      return json(201, applications[0]);
    }
    if (at === 'GET /domains/d1/applications?page=0&size=50')
      return json(200, { data: applications, currentPage: 0, totalCount: applications.length });
    const found = applications.find(({ id }) => at === `GET /domains/d1/applications/${String(id)}`);
    if (found !== undefined) return json(200, found);
    if (at === 'PATCH /domains/d1/applications/own') return json(200, applications[0]);
    return at === 'DELETE /domains/d1' ? response.writeHead(204).end() : json(404, { message: at });
  };
  const server = createServer((request, response) => {
    const { method = '', url: path = '' } = request;
    if (!path.startsWith('/management/')) return gateway(request, response);
    void text(request).then((body) => {
      const call = { method, path, body: body.startsWith('{') ? (JSON.parse(body) as unknown) : body };
      calls.push(call);
      management(call, response);
    });
  });
  origin = await listen(server, { port: 0, host: '127.0.0.1' });
  return { origin, calls, applications, [Symbol.asyncDispose]: () => close(server) };
}

const settingsOf = (origin: string) => ({
  kind: 'gravitee-am' as const,
  run: { how: 'attach' as const, managementUrl: origin, gatewayUrl: origin, username: 'admin', password: 'adminadmin' },
});

test('a domain is made, opened, waited for, asked and deleted', async () => {
  await using am = await startAm();
  await using idp = await startIdp(settingsOf(am.origin));
  assert.deepEqual(idp.party, { kind: 'gravitee-am', version: '4.6.34' });
  const view = await idp.view('s1');
  const admin = await view.createAdminClient({ clientId: 'apim', clientSecret: 's/e=' });
  assert.deepEqual(admin, { clientId: 'apim', clientSecret: 's/e=', scope: 'dcr_admin' });

  const { json: metadata } = await ask(view.discoveryUrl);
  assert.equal(metadata['issuer'], view.issuer);
  assert.equal(metadata['registration_endpoint'], `${idp.origin}/s1/dcrh-s1/oidc/register`);
  const token = await ask(String(metadata['token_endpoint']), {
    method: 'POST',
    headers: [['Authorization', basicAuthorization('apim', 's/e=')]],
  });
  assert.equal(token.status, 200);
  const registered = await ask(metadata['registration_endpoint'], {
    method: 'POST',
    headers: [['Authorization', `Bearer ${String(token.json['access_token'])}`]],
    body: '{}',
  });
  assert.match(String(registered.json['registration_client_uri']), new RegExp(`^${view.issuer}/register/`));

  const oauth = { clientId: 'c9', grantTypes: ['client_credentials'], redirectUris: [], applicationType: 'web' };
  am.applications.push({ id: 'new', name: 'x b2b', settings: { oauth } });
  assert.deepEqual(await view.clients(), [
    {
      clientId: 'c9',
      metadata: {
        client_id: 'c9',
        client_name: 'x b2b',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        application_type: 'web',
      },
    },
  ]);
  await view[Symbol.asyncDispose]();

  const changes = am.calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);
  assert.deepEqual(changes.slice(1), [
    { name: 'dcrh-s1', description: 'made by dcr-harness for one story' },
    {
      enabled: true,
      oidc: {
        clientRegistrationSettings: {
          isDynamicClientRegistrationEnabled: true,
          isOpenDynamicClientRegistrationEnabled: false,
          allowLocalhostRedirectUri: true,
          allowHttpSchemeRedirectUri: true,
        },
      },
    },
    { name: 'apim', type: 'SERVICE', clientId: 'apim', clientSecret: 's/e=' },
    { settings: { oauth: { scopeSettings: [{ scope: 'dcr_admin', defaultScope: true }] } } },
    '',
  ]);
  assert.equal(am.calls.at(-1)?.method, 'DELETE');
});

test('an initial access token is a token of a client with the scope, which is no client of the product', async () => {
  await using am = await startAm();
  await using idp = await startIdp(settingsOf(am.origin));
  await using view = await idp.view('s1');
  const token = await view.createInitialAccessToken();
  const recordedAnswer = gatewayAnswers.get('token, dcr_admin default scope, none requested, raw');
  assert.equal(token, (JSON.parse(recordedAnswer?.body ?? '') as { access_token: string }).access_token);
  assert.deepEqual(await view.clients(), []);
});

test('a version that wants a data plane gets one', async () => {
  await using am = await startAm({ needsDataPlane: true });
  await using idp = await startIdp(settingsOf(am.origin));
  await using view = await idp.view('s1');
  assert.ok(view.discoveryUrl.startsWith(idp.origin));
  const made = am.calls.filter(({ path }) => path.endsWith('/domains')).map(({ body }) => body);
  assert.deepEqual(
    made.map((body) => z.looseObject({ dataPlaneId: z.string().optional() }).parse(body).dataPlaneId),
    [undefined, 'default'],
  );
});

test('a domain whose creation was not seen to its end is removed with the driver', async () => {
  await using am = await startAm({ cutsCreation: true });
  const idp = await startIdp(settingsOf(am.origin));
  await assert.rejects(idp.view('s1'), /^Inconclusive: Gravitee AM: nothing answers at /);
  await idp[Symbol.asyncDispose]();
  const { method, path } = am.calls.at(-1) ?? {};
  assert.deepEqual([method, path?.endsWith('/domains/d1')], ['DELETE', true]);
});

test('a server that is not there is told in one sentence', async () => {
  await assert.rejects(
    startIdp(settingsOf('http://127.0.0.1:1')),
    /^Inconclusive: Gravitee AM: nothing answers at http:\/\/127.0.0.1:1\/management: /,
  );
});
