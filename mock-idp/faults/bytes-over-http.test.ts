import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Header } from '../../src/recording/exchange.ts';
import { redactExchanges } from '../../src/recording/redact.ts';
import type { MockIdpView } from '../api.ts';
import { ask, register, valueOf, webClient, type Answered } from '../testing/client.ts';
import { startViews } from '../testing/views.ts';
import { defineFault, withPace } from './define.ts';
import { faultNamed } from './index.ts';

const openView = await startViews();

async function startView(...names: string[]) {
  const view = await openView();
  view.arm(...names.map(faultNamed));
  return view;
}

const megabyte = 1024 * 1024;

const lengthOf = (answer: Answered) => Number(valueOf(answer, 'Content-Length'));

const plainDiscovery = async (view: MockIdpView) => {
  view.disarm();
  return (await ask(view.discoveryUrl)).body;
};

test('a byte order mark stands before the very bytes of the IdP', async () => {
  await using view = await startView('discovery-bom');
  const answer = await ask(view.discoveryUrl);
  const plain = await plainDiscovery(view);
  assert.deepEqual(answer.body, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]));
  assert.equal(lengthOf(answer), plain.length + 3);
  assert.deepEqual(view.exchanges()[0]?.response.body, answer.body);
});

test('a truncated answer is complete for HTTP and not for JSON', async () => {
  await using view = await startView('discovery-truncated');
  const answer = await ask(view.discoveryUrl);
  const plain = await plainDiscovery(view);
  assert.deepEqual(answer.body, plain.subarray(0, -1));
  assert.equal(lengthOf(answer), answer.body.length);
  assert.equal(view.exchanges()[0]?.response.delivery, 'complete');
});

test('a body is in the character set that it names', async () => {
  await using view = await startView('discovery-non-ascii', 'discovery-charset-latin1');
  const answer = await ask(view.discoveryUrl);
  assert.equal(valueOf(answer, 'Content-Type'), 'application/json; charset=ISO-8859-1');
  assert.ok(answer.body.includes(Buffer.from('Identité Übermaß ??', 'latin1')));
  view.disarm();
  view.arm(faultNamed('discovery-charset-utf-16'));
  const { body } = await ask(view.discoveryUrl);
  assert.deepEqual(body.subarray(0, 4), Buffer.from([0xfe, 0xff, 0x00, 0x7b]));
});

for (const name of ['resp-body-null', 'resp-body-array', 'resp-body-string', 'resp-body-empty'])
  test(`${name}: the client is registered, and its answer is no object`, async () => {
    await using view = await startView(name);
    const { status, body } = await register(view, webClient);
    const texts = { 'resp-body-null': 'null', 'resp-body-array': '[]', 'resp-body-string': '"x"' };
    assert.deepEqual([status, body.toString()], [201, new Map(Object.entries(texts)).get(name) ?? '']);
    assert.equal((await view.clients()).length, 1);
  });

const gzipOffered: Header[] = [['Accept-Encoding', 'gzip']];

test('gzip is for the client that offers it, and recorded as what is in it', async () => {
  await using view = await startView('discovery-gzip');
  const packed = await ask(view.discoveryUrl, { headers: gzipOffered });
  const plain = await ask(view.discoveryUrl);
  assert.deepEqual([valueOf(packed, 'Content-Encoding'), valueOf(plain, 'Content-Encoding')], ['gzip', undefined]);
  assert.equal(lengthOf(packed), packed.body.length);
  assert.deepEqual(gunzipSync(packed.body), plain.body);
  const [first, second] = view.exchanges();
  assert.deepEqual(first?.response.body, plain.body);
  assert.equal(first.response.bodyBytes, packed.body.length);
  assert.deepEqual([first.faults, second?.faults], [['discovery-gzip'], []]);
});

test('white space is small on the wire when it is compressed', async () => {
  await using view = await openView();
  view.arm(defineFault({ name: 'swollen', says: '', at: 'discovery', gzip: true, padding: 10 * megabyte }));
  const packed = await ask(view.discoveryUrl, { headers: gzipOffered });
  assert.ok(packed.body.length < 20_000);
  assert.ok(gunzipSync(packed.body).length > 10 * megabyte);
});

for (const name of ['resp-bom', 'resp-truncated', 'resp-charset-latin1', 'resp-content-type-html', 'registration-gzip'])
  test(`${name} hides no secret from redaction`, async () => {
    await using view = await startView('resp-name-non-ascii', name);
    const token = await view.createInitialAccessToken();
    const headers: Header[] = [
      ...gzipOffered,
      ['Authorization', `Bearer ${token}`],
      ['Content-Type', 'application/json'],
    ];
    await ask(`${view.issuer}/reg`, { method: 'POST', headers, body: JSON.stringify(webClient) });
    const [client] = await view.clients();
    const secret = String(client?.metadata['client_secret']);
    const [seen] = view.exchanges();
    assert.deepEqual(seen?.faults, ['resp-name-non-ascii', name]);
    assert.ok(seen.response.body.includes(secret));
    const stored = JSON.stringify(redactExchanges([seen], { key: Buffer.alloc(32) }));
    assert.ok(!stored.includes(secret.slice(0, 20)));
  });

test('a body at a pace comes whole, and in its time', async () => {
  await using view = await openView();
  const plain = await plainDiscovery(view);
  for (const [pace, least] of [
    [{ bytesPerSecond: plain.length * 10 }, 90],
    [{ lastByteAfter: 50 }, 49],
  ] as const) {
    view.disarm();
    view.arm(withPace(faultNamed('discovery-drip'), pace));
    const from = performance.now();
    const { body } = await ask(view.discoveryUrl);
    assert.deepEqual(body, plain);
    assert.ok(performance.now() - from >= least);
  }
});

test('a client that does not wait for the end of a slow body is recorded with what it got', async () => {
  await using view = await startView('registration-last-byte-late');
  const token = await view.createInitialAccessToken();
  const impatient = new AbortController();
  const response = await fetch(`${view.issuer}/reg`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(webClient),
    signal: impatient.signal,
  });
  const all = Number(response.headers.get('Content-Length'));
  impatient.abort();
  const { response: seen } = await view.waitForExchange('the abandoned answer', () => true);
  assert.deepEqual([seen.status, seen.delivery, seen.body.length], [201, 'cut', all - 1]);
});
