import assert from 'node:assert/strict';
import { test } from 'node:test';

import { UsageError } from '../src/errors.ts';
import { startReferenceApim } from './reference-apim.ts';

const portOf = (url: string) => Number(new URL(url).port);

test('a port in use is a mistake of the user that names the port', async () => {
  await using first = await startReferenceApim();
  const port = portOf(first.portalUrl);
  await assert.rejects(startReferenceApim({ ports: { console: port } }), (error) => {
    assert.ok(error instanceof UsageError);
    assert.match(error.message, new RegExp(`Port ${port} `));
    return true;
  });
});

test('every site answers the REST APIs under its own address', async () => {
  await using apim = await startReferenceApim();
  for (const origin of [apim.consoleUrl, apim.portalUrl, new URL(apim.managementUrl).origin])
    for (const [path, base] of [
      ['/management/v2/ui/bootstrap', '/management'],
      ['/portal/ui/bootstrap', '/portal'],
    ] as const) {
      const { baseURL } = (await (await fetch(`${origin}${path}`)).json()) as { baseURL: string };
      assert.equal(baseURL, `${origin}${base}`);
    }
});

test('a page on another origin may call the REST APIs with credentials', async () => {
  await using apim = await startReferenceApim();
  const response = await fetch(`${apim.managementUrl}/organizations/DEFAULT/settings`, {
    method: 'OPTIONS',
    headers: {
      origin: apim.consoleUrl,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-xsrf-token',
    },
  });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('access-control-allow-origin'), apim.consoleUrl);
  assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
  assert.match(response.headers.get('access-control-allow-headers') ?? '', /X-Xsrf-Token/i);
});

test('instances share nothing, and a stopped one lets its ports go', async () => {
  const first = await startReferenceApim();
  const ports = { api: portOf(first.managementUrl) };
  await first[Symbol.asyncDispose]();
  await using second = await startReferenceApim({ ports });
  assert.equal(portOf(second.managementUrl), ports.api);
});
