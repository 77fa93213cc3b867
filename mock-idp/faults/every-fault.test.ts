import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basicAuthorization } from '../../src/oauth/basic.ts';
import type { MockIdpView } from '../api.ts';
import { startMockIdp } from '../mock-idp.ts';
import { ask, askJson, askToken } from '../testing/client.ts';
import type { Fault } from './fault.ts';
import { faults } from './index.ts';

const client = {
  client_name: 'app',
  redirect_uris: ['https://a.example/cb'],
  grant_types: ['authorization_code', 'refresh_token'],
};

/** What a client asks at each endpoint, with what it needs made beforehand. */
async function requestsOf(view: MockIdpView) {
  const { clientId, clientSecret } = await view.createAdminClient();
  const initial = await view.createInitialAccessToken();
  const { json } = await askJson(`${view.issuer}/reg`, { method: 'POST', token: initial, metadata: client });
  const uri = String(json['registration_client_uri']);
  const token = String(json['registration_access_token']);
  const update = { ...client, client_id: json['client_id'] };
  return {
    discovery: () => ask(view.discoveryUrl),
    token: () => askToken(view, basicAuthorization(clientId, clientSecret)),
    registration: () => askJson(`${view.issuer}/reg`, { method: 'POST', token: initial, metadata: client }),
    management: ({ methods: [method = 'PUT'] = [] }: Fault) =>
      askJson(uri, { method, token, ...(method === 'PUT' && { metadata: update }) }),
    renewal: () => askJson(`${uri}/renew_secret`, { method: 'POST', token }),
  };
}

/** Tried elsewhere: they take their time or their space, and gzip is for clients that offer it. */
const transports = ({ delay, cut, slowBody, padding, gzip }: Fault) =>
  [delay, cut, slowBody, padding, gzip].some((effect) => effect !== undefined);

/** The mock has no TLS that could be left. */
const needsTls = ['endpoints-over-http', 'management-uri-over-http'];

test('every fault finds something to change in the answers of the IdP, and is named in the exchange', async () => {
  await using idp = await startMockIdp();
  const view = await idp.view('v');
  const requests = await requestsOf(view);
  const idle: string[] = [];
  for (const fault of faults.filter((each) => !transports(each) && !needsTls.includes(each.name))) {
    view.arm(fault);
    await requests[fault.at](fault);
    view.disarm();
    if (view.exchanges().at(-1)?.faults[0] !== fault.name) idle.push(fault.name);
  }
  assert.deepEqual(idle, []);
});
