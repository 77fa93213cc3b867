import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { Inconclusive } from '../../../errors.ts';
import { requireNextPortal } from './next-portal.ts';

/** Where a product is that says this of its next-gen portal. */
async function productWith(t: TestContext, portalNext: unknown) {
  const server = createServer(({ url }, answer) => {
    const isConfiguration = url === '/portal/environments/DEFAULT/configuration';
    answer.writeHead(isConfiguration ? 200 : 404).end(isConfiguration ? JSON.stringify({ portalNext }) : 'no');
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { how: 'attach', managementUrl: `${origin}/management`, consoleUrl: origin, portalUrl: origin } as const;
}

test('one that is switched on will do', async (t) => {
  await requireNextPortal(await productWith(t, { access: { enabled: true } }));
});

for (const [what, told, sentence] of [
  ['is switched off', { access: { enabled: false } }, /is switched off.+Enable the New Developer Portal/],
  ['came later', undefined, /has no next-gen portal.+Leave --portal next out/],
] as const)
  test(`one that ${what} is told in one sentence`, async (t) => {
    const product = await productWith(t, told);
    await assert.rejects(requireNextPortal(product), (error: unknown) => {
      assert.ok(error instanceof Inconclusive);
      assert.match(error.message, sentence);
      return true;
    });
  });
