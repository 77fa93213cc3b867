import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent, fetch } from 'undici';
import { UsageError } from '../src/errors.ts';
import { basicAuthorization } from '../src/oauth/basic.ts';
import { runStandaloneMockIdp } from './standalone.ts';
import { ask } from './testing/client.ts';

const options = { port: 0, host: '127.0.0.1', profile: 'gravitee', rotate: false, adminClientId: 'apim' } as const;

async function started(more: Partial<Parameters<typeof runStandaloneMockIdp>[0]> = {}) {
  const lines: string[] = [];
  const idp = await runStandaloneMockIdp({ ...options, ...more, print: (line) => lines.push(line) });
  const valueOf = (label: string) =>
    lines
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trim() ?? '';
  return { idp, lines, valueOf, [Symbol.asyncDispose]: () => idp[Symbol.asyncDispose]() };
}

test('what it prints is enough to get a token', async () => {
  await using mock = await started();
  const { json } = await ask(mock.valueOf('discovery URL'));
  const [secret = ''] = mock.valueOf('client secret').split(' ');
  const { status } = await ask(String(json['token_endpoint']), {
    method: 'POST',
    headers: [
      ['Authorization', basicAuthorization(mock.valueOf('client id'), secret)],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: `grant_type=client_credentials&scope=${mock.valueOf('scope')}`,
  });
  assert.equal(status, 200);
  assert.equal((await ask(mock.valueOf('control API'))).json['profile'], 'gravitee');
});

test('a given secret is not printed', async () => {
  await using mock = await started({ adminClientSecret: 'given-secret-1' });
  assert.ok(!mock.lines.join('\n').includes('given-secret-1'));
  assert.equal(mock.valueOf('client secret'), 'as given');
});

test('a port in use is told in one sentence with the way out', async () => {
  await using mock = await started();
  const port = Number(new URL(mock.idp.origin).port);
  await assert.rejects(runStandaloneMockIdp({ ...options, port, print: () => undefined }), (error) => {
    assert.ok(error instanceof UsageError);
    assert.equal(
      error.message,
      `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or take any free port with --port 0.`,
    );
    return true;
  });
});

test('an address of another machine is told in one sentence', async () => {
  await assert.rejects(
    runStandaloneMockIdp({ ...options, host: '192.0.2.1', print: () => undefined }),
    /^UsageError: 192\.0\.2\.1 is no address of this machine/,
  );
});

test('behind a port mapping every address is the public one, and it says that it is well', async () => {
  await using mock = await started({ publicUrl: 'http://localhost:0' });
  const discovery = mock.valueOf('discovery URL');
  assert.match(discovery, /^http:\/\/localhost:[1-9]\d*\/default\//);
  const { json } = await ask(discovery, { headers: [['Host', 'inside:9080']] });
  assert.equal(json['issuer'], new URL('/default', discovery).href);
  assert.ok(String(json['token_endpoint']).startsWith(new URL('/default/', discovery).href));
  assert.deepEqual((await ask(mock.valueOf('health'))).json, { status: 'ready', views: 1 });
});

test('over TLS it prints the authority that a client must trust', async () => {
  await using mock = await started({ tls: true });
  const [, authority = ''] = mock.lines.at(-1)?.split(':\n') ?? [];
  const agent = new Agent({ connect: { ca: authority } });
  const answer = await fetch(mock.valueOf('discovery URL'), { dispatcher: agent });
  const metadata: unknown = await answer.json();
  await agent.close();
  assert.deepEqual(
    Object.entries(metadata ?? {}).find(([name]) => name === 'token_endpoint')?.[1],
    `${mock.idp.origin}/default/token`,
  );
});

for (const [publicUrl, tls, sentence] of [
  ['http://host/mock', false, /no public URL: give scheme, host and port/],
  ['ftp://host', false, /no public URL/],
  ['http://host:1', true, /is not https/],
] as const)
  test(`the public URL ${publicUrl} ${tls ? 'with TLS ' : ''}is refused in one sentence`, async () => {
    await assert.rejects(started({ publicUrl, tls }), sentence);
  });
