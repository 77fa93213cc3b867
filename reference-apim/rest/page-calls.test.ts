import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { startReferenceApim } from '../reference-apim.ts';
import { startGoodIdp } from '../testing/good-idp.ts';
import { pageCaller, pageOrigin } from '../testing/page-caller.ts';
import type { PageCall } from '../testing/page-calls/page-call.ts';
import { consoleCalls } from '../testing/page-calls/console.ts';
import { classicPortalCalls } from '../testing/page-calls/portal-classic.ts';
import { nextPortalCalls } from '../testing/page-calls/portal-next.ts';
import { enableRegistration, environment, providers, restCaller } from '../testing/rest-caller.ts';
import { settingsOf } from '../testing/world.ts';

const idOf = (body: unknown) => (body as { id: string }).id;

/** A reference APIM with a provider and two applications. */
async function startWorld() {
  await using started = new AsyncDisposableStack();
  const idp = started.use(await startGoodIdp());
  const apim = started.use(await startReferenceApim({ mode: 'as-apim-4.12' }));
  const call = restCaller(apim);
  await enableRegistration(call);
  const create = async (path: string, body: object) => idOf((await call('POST', path, body)).body);
  const ids = {
    provider: await create(providers, {
      ...{
        name: 'Mock',
        description: 'd',
        initial_access_token_type: 'CLIENT_CREDENTIALS',
        client_id: 'apim',
        client_secret: 's3cret',
      },
      ...{ discovery_endpoint: `${idp.origin}/.well-known/openid-configuration`, scopes: ['dcr_admin'] },
      ...{ renew_client_secret_support: true, renew_client_secret_method: 'POST' },
      renew_client_secret_endpoint: `${idp.origin}/reg/{#client_id}/renew`,
    }),
    web: await create(`${environment}/applications`, {
      name: 'w',
      description: 'd',
      settings: { oauth: settingsOf.web },
    }),
    simple: await create(`${environment}/applications`, { name: 's', description: 'd', settings: { app: {} } }),
  };
  const running = started.move();
  return { ask: pageCaller(apim, ids), [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** What stands at a path of the body; of a list every item, so that one without the member shows. */
function found(value: unknown, [member, ...rest]: readonly string[]): unknown[] {
  if (member === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [undefined];
  if (member === '*') return Object.values(value).flatMap((item: unknown) => found(item, rest));
  return found((value as Record<string, unknown>)[member], rest);
}

const isMissing = (body: unknown, path: string): boolean => {
  const values = found(body, path.split('/').slice(1));
  return values.length === 0 || values.some((value) => value === undefined || value === null);
};

async function answersAll(t: TestContext, calls: readonly PageCall[]): Promise<void> {
  await using world = await startWorld();
  for (const call of calls)
    await t.test(`${call.method} ${call.path}`, async () => {
      const answer = await world.ask(call);
      assert.equal(answer.headers.get('access-control-allow-origin'), pageOrigin);
      assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
      assert.match(answer.headers.get('access-control-expose-headers') ?? '', /X-Xsrf-Token/);
      const text = await answer.text();
      assert.equal(answer.status, call.status ?? 200, text);
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      const body: unknown = isJson ? JSON.parse(text) : undefined;
      assert.deepEqual(call.reads?.filter((path) => isMissing(body, path)) ?? [], []);
    });
}

test('the Console 4.10.9 gets what it asks for', (t) => answersAll(t, consoleCalls));
test('the classic portal 4.10.9 gets what it asks for', (t) => answersAll(t, classicPortalCalls));
test('the next-gen portal 4.10.9 gets what it asks for', (t) => answersAll(t, nextPortalCalls));
