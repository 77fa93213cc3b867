import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../src/errors.ts';
import { basicAuthorization } from '../src/oauth/basic.ts';
import { runStandaloneMockIdp } from './standalone.ts';
import { ask } from './testing/client.ts';

const options = { port: 0, host: '127.0.0.1', profile: 'gravitee', rotate: false, adminClientId: 'apim' } as const;

async function started(more: { adminClientSecret?: string } = {}) {
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
