import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pagesOf } from './serve.ts';

test('the Portal answers every path with its page, the Console sends back to its root', async () => {
  const portal = await pagesOf('portal').request('/applications/creation');
  assert.equal(portal.status, 200);
  const html = await portal.text();
  assert.match(html, /<html lang="en">/);
  assert.match(html, /<base href="\/" \/>/);
  assert.match(html, /<script type="module" src="\/main.js">/);
  const console = await pagesOf('console').request('/applications');
  assert.deepEqual([console.status, console.headers.get('location')], [302, '/']);
});

test('each site tells its page where the REST API is', async () => {
  const read = async (site: 'console' | 'portal', path: string) =>
    ((await (await pagesOf(site).request(path)).json()) as { baseURL?: string }).baseURL;
  assert.equal(await read('console', '/constants.json'), '/management');
  assert.equal(await read('portal', '/assets/config.json'), '/portal');
});

test('assets of the components come from the package and from nowhere else', async () => {
  const portal = pagesOf('portal');
  const icon = await portal.request('/assets/icons/general.svg');
  assert.equal(icon.headers.get('content-type'), 'image/svg+xml');
  assert.equal((await icon.text()).includes('<svg'), true);
  for (const path of ['/assets/../package.json', '/assets/%2e%2e%2fpackage.json', '/assets/none.svg'])
    assert.doesNotMatch(await (await portal.request(path)).text(), /"name"/, path);
});
