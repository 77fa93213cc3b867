import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Agent, fetch } from 'undici';
import { Inconclusive } from '../../src/errors.ts';
import { createRedactor } from '../../src/recording/redact.ts';
import { faultNamed } from '../faults/index.ts';
import { close, listen } from '../listen.ts';
import { ask, valueOf } from '../testing/client.ts';
import { createCertificates } from '../tls/certificates.ts';
import { startFront, type FrontOptions } from './front.ts';
import type { RemoteParty } from './party.ts';

type Listener = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const party = (discoveryUrl: string): RemoteParty => ({
  discoveryUrl,
  createAdminClient: () => Promise.reject(new Error('not asked for here')),
  createInitialAccessToken: () => Promise.reject(new Error('not asked for here')),
  clients: async () => null,
  [Symbol.asyncDispose]: async () => undefined,
});

interface Behind {
  listener?: Listener;
  metadata?: (origin: string) => object;
  tls?: { key: string; cert: string };
  options?: FrontOptions;
}

const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

const ordinary = (origin: string) => ({
  issuer: `${origin}/realms/r`,
  authorization_endpoint: `${origin}/realms/r/auth`,
  token_endpoint: `${origin}/realms/r/token`,
  registration_endpoint: `${origin}/realms/r/clients`,
  jwks_uri: `${origin}/realms/r/keys`,
  mtls_endpoint_aliases: { token_endpoint: `${origin}/mtls/token` },
  op_policy_uri: `${origin}/policy`,
});

/** A recorder in front of a server of the test's own, which announces itself as an IdP at `/realms/r`. */
async function fronted({ listener, metadata = ordinary, tls, options }: Behind = {}) {
  await using started = new AsyncDisposableStack();
  let origin = '';
  const received: { method: string; url: string; rawHeaders: string[]; body: Buffer }[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const { method = '', url = '', rawHeaders } = request;
    received.push({ method, url, rawHeaders, body });
    if (url.includes('/.well-known/') && listener === undefined) json(response, 200, metadata(origin));
    else if (url === '/realms/r/.well-known/openid-configuration') json(response, 200, metadata(origin));
    else if (listener !== undefined) listener(request, response, body);
    else json(response, 200, {});
  };
  const server = tls
    ? createSecureServer(tls, (request, response) => void answer(request, response))
    : createServer((request, response) => void answer(request, response));
  origin = await listen(server, { port: 0, host: '127.0.0.1' }, tls ? 'https' : 'http');
  started.defer(() => close(server));
  const front = started.use(await startFront(options));
  const view = await front.open('story', party(`${origin}/realms/r/.well-known/openid-configuration`));
  const running = started.move();
  return { origin, front, view, received, server, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

const last = ({ view }: Awaited<ReturnType<typeof fronted>>) => {
  const exchange = view.exchanges().at(-1);
  assert.ok(exchange);
  return exchange;
};

test('the discovery document names the recorder, and the recording keeps both forms', async () => {
  await using idp = await fronted();
  const { origin, view, front } = idp;
  const base = `${front.origin}/story`;
  assert.equal(view.discoveryUrl, `${base}/realms/r/.well-known/openid-configuration`);
  assert.equal(view.issuer, `${base}/realms/r`);
  const { json: document } = await ask(view.discoveryUrl);
  assert.deepEqual(document, {
    issuer: `${base}/realms/r`,
    authorization_endpoint: `${origin}/realms/r/auth`,
    token_endpoint: `${base}/realms/r/token`,
    registration_endpoint: `${base}/realms/r/clients`,
    jwks_uri: `${base}/realms/r/keys`,
    mtls_endpoint_aliases: { token_endpoint: `${base}/mtls/token` },
    op_policy_uri: `${origin}/policy`,
  });
  const { upstream } = last(idp);
  assert.equal(upstream?.url, `${origin}/realms/r/.well-known/openid-configuration`);
  assert.deepEqual(
    upstream.rewritten.map(({ pointer, was }) => [pointer, was]),
    [
      ['/issuer', `${origin}/realms/r`],
      ['/token_endpoint', `${origin}/realms/r/token`],
      ['/registration_endpoint', `${origin}/realms/r/clients`],
      ['/jwks_uri', `${origin}/realms/r/keys`],
      ['/mtls_endpoint_aliases/token_endpoint', `${origin}/mtls/token`],
    ],
  );
});

test('a request reaches the address that was meant, with the IdP’s own host and no headers of the connection', async () => {
  await using idp = await fronted();
  await ask(`${idp.front.origin}/story/realms/r/token?a=%2F`, {
    method: 'POST',
    headers: [
      ['Connection', 'X-Hop, keep-alive'],
      ['X-Hop', 'of the connection'],
      ['X-Own', 'kept'],
      ['Transfer-Encoding', 'chunked'],
    ],
    body: 'grant_type=x',
  });
  const request = idp.received.at(-1);
  assert.equal(request?.url, '/realms/r/token?a=%2F');
  assert.equal(request.body.toString(), 'grant_type=x');
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
  assert.equal(request.rawHeaders[request.rawHeaders.indexOf('Host') + 1], new URL(idp.origin).host);
  assert.ok(names.includes('X-Own') && names.includes('Content-Length'));
  assert.ok(!names.includes('X-Hop') && !names.includes('Transfer-Encoding'));
});

test('the issuer’s well-known address of RFC 8414 is mapped too', async () => {
  await using idp = await fronted();
  await ask(`${idp.front.origin}/.well-known/oauth-authorization-server/story/realms/r`);
  assert.equal(idp.received.at(-1)?.url, '/.well-known/oauth-authorization-server/realms/r');
});

test('an endpoint on another origin has its own place, and leads there', async () => {
  const other = createServer((_request, response) => json(response, 200, { access_token: 'from the other' }));
  const elsewhere = await listen(other, { port: 0, host: '127.0.0.1' });
  await using started = new AsyncDisposableStack();
  started.defer(() => close(other));
  await using idp = await fronted({
    metadata: (origin) => ({ ...ordinary(origin), token_endpoint: `${elsewhere}/token` }),
  });
  const { json: document } = await ask(idp.view.discoveryUrl);
  assert.equal(document['token_endpoint'], `${idp.front.origin}/story/_1/token`);
  const answer = await ask(document['token_endpoint'], { method: 'POST' });
  assert.equal(answer.json['access_token'], 'from the other');
});

test('registration_client_uri and Location are rewritten and lead back; other members stay', async () => {
  const client = (origin: string) => ({
    client_id: 'c1',
    registration_client_uri: `${origin}/realms/r/clients/c1`,
    redirect_uris: [`${origin}/realms/r/cb`],
  });
  await using idp: Awaited<ReturnType<typeof fronted>> = await fronted({
    listener: (_request, response) => {
      response.setHeader('Location', `${idp.origin}/realms/r/clients/c1`);
      json(response, 201, client(idp.origin));
    },
  });
  const answer = await ask(`${idp.view.issuer}/clients`, { method: 'POST', body: '{}' });
  const own = `${idp.view.issuer}/clients/c1`;
  assert.equal(valueOf(answer, 'location'), own);
  assert.deepEqual(answer.json, { ...client(idp.origin), registration_client_uri: own });
  assert.deepEqual(last(idp).upstream?.rewritten, [
    { part: 'response body', pointer: '/registration_client_uri', was: `${idp.origin}/realms/r/clients/c1` },
    { part: 'response header', pointer: 'Location', was: `${idp.origin}/realms/r/clients/c1` },
  ]);
  await ask(own, { method: 'DELETE' });
  assert.equal(idp.received.at(-1)?.url, '/realms/r/clients/c1');
});

for (const [coding, compress] of [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)
  test(`an answer in ${coding} is read, rewritten and recorded as text`, async () => {
    await using idp: Awaited<ReturnType<typeof fronted>> = await fronted({
      listener: (_request, response) => {
        const body = compress(
          JSON.stringify({ registration_client_uri: `${idp.origin}/x`, client_secret: 's3cret-value' }),
        );
        response.writeHead(201, { 'content-encoding': coding });
        response.write(body.subarray(0, 5));
        response.end(body.subarray(5));
      },
    });
    const { headers, body } = await ask(`${idp.view.issuer}/clients`, {
      method: 'POST',
      headers: [['Accept-Encoding', 'gzip']],
    });
    assert.equal(valueOf({ headers }, 'content-encoding'), 'gzip');
    assert.match(gunzipSync(body).toString(), new RegExp(`"registration_client_uri":"${idp.front.origin}/story/x"`));
    const [stored] = createRedactor({ key: Buffer.alloc(32) }).exchanges([last(idp)], () => 0);
    assert.ok(stored?.response.body.text.includes('[secret:'));
    assert.ok(!JSON.stringify(stored).includes('s3cret-value'));
  });

test('a client that wants no compression gets none', async () => {
  await using idp = await fronted({
    listener: (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('plain')),
  });
  const answer = await ask(`${idp.view.issuer}/token`, { method: 'POST' });
  assert.equal(answer.body.toString(), 'plain');
  assert.equal(valueOf(answer, 'content-encoding'), undefined);
});

test('a secret in an address of the IdP is redacted in both forms', async () => {
  await using idp: Awaited<ReturnType<typeof fronted>> = await fronted({
    listener: (_request, response) =>
      json(response, 201, {
        registration_client_uri: `${idp.origin}/c?access_token=tok-12345`,
        registration_access_token: 'tok-12345',
      }),
  });
  await ask(`${idp.view.issuer}/clients?access_token=q-secret-9`, { method: 'POST' });
  const stored = JSON.stringify(createRedactor({ key: Buffer.alloc(32) }).exchanges(idp.view.exchanges(), () => 0));
  assert.ok(!stored.includes('tok-12345'));
  assert.ok(!stored.includes('q-secret-9'));
});

test('faults work in front of it, at the endpoints that it announces', async () => {
  await using idp = await fronted({ listener: (_request, response) => json(response, 201, { client_id: 'c' }) });
  idp.view.arm(faultNamed('client-id-missing'));
  const answer = await ask(`${idp.view.issuer}/clients`, { method: 'POST', body: '{}' });
  assert.equal(answer.json['client_id'], undefined);
  assert.deepEqual(last(idp).faults, ['client-id-missing']);
  await ask(`${idp.view.issuer}/clients/c`, { method: 'GET' });
  assert.deepEqual(last(idp).faults, []);
});

test('an IdP that has died is a clear 502 and evidence', async () => {
  await using idp = await fronted();
  await close(idp.server);
  const answer = await ask(`${idp.view.issuer}/token`, { method: 'POST' });
  assert.equal(answer.status, 502);
  assert.match(
    answer.body.toString(),
    /^the IdP behind the recorder gave no usable answer at .*\/realms\/r\/token: .*ECONNREFUSED/,
  );
  assert.match(last(idp).upstream?.failure ?? '', /ECONNREFUSED/);
});

test('an IdP that says nothing is given up', async () => {
  await using idp = await fronted({ listener: () => undefined, options: { patience: 100 } });
  const answer = await ask(`${idp.view.issuer}/token`, { method: 'POST' });
  assert.equal(answer.status, 502);
  assert.equal(last(idp).upstream?.failure, 'nothing came within 0.1 s');
});

test('an IdP with a certificate of its own authority needs that authority', async () => {
  const { ca, server } = await createCertificates(['127.0.0.1']);
  const tls = { key: server.key, cert: server.certificate };
  await assert.rejects(fronted({ tls }), (error) => {
    assert.ok(error instanceof Inconclusive);
    assert.match(error.message, /certificate.*--idp-ca/);
    return true;
  });
  await using idp = await fronted({ tls, options: { upstreamCa: ca } });
  const { json: document } = await ask(idp.view.discoveryUrl);
  assert.equal(document['issuer'], idp.view.issuer);
});

test('the recorder itself can speak TLS; who does not trust it leaves a broken handshake and no exchange', async () => {
  await using idp = await fronted({ options: { tls: true } });
  const { view, front } = idp;
  await assert.rejects(fetch(view.discoveryUrl));
  await using agent = Object.assign(new Agent({ connect: { ca: front.ca ?? '' } }), {
    [Symbol.asyncDispose]: () => agent.close(),
  });
  const answer = await fetch(view.discoveryUrl, { dispatcher: agent });
  assert.equal(answer.status, 200);
  assert.equal(view.exchanges().length, 1);
  assert.equal(last(idp).tls?.version, 'TLSv1.3');
  assert.match(last(idp).request.url, /^https:/);
  assert.equal(front.brokenHandshakes().length, 1);
});

for (const [what, metadata, sentence] of [
  ['no registration endpoint', () => ({ issuer: 'http://x' }), /announces no registration_endpoint/],
  ['no issuer', () => ({}), /it has no issuer/],
] as const)
  test(`metadata with ${what} is told before a story begins`, async () => {
    await assert.rejects(fronted({ metadata }), sentence);
  });

test('an address where no IdP is, is told in one sentence', async () => {
  await using front = await startFront();
  await assert.rejects(
    front.open('a', party('http://127.0.0.1:1/x')),
    /^Inconclusive: No IdP answers at http:\/\/127.0.0.1:1\/x: /,
  );
});
