import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Inconclusive } from '../../src/errors.ts';
import type { ContainerSpec } from '../../src/target/containers/container-spec.ts';
import { dcrh, startDcrh } from './command.ts';
import { buildOwnImage, leftOf, withoutEngine } from './engine.ts';
import { startEngineProxy } from './engine-proxy.ts';

const folder = await mkdtemp(join(tmpdir(), 'dcrh-faults-'));
const options = { skip: withoutEngine };
const images = ['--sut', 'reference-image', '--idp', 'mock-image'];

test.after(() => rm(folder, { recursive: true }));

/** What a start says that does not succeed, of a group of its own that then leaves nothing. */
async function refusal(spec: Partial<ContainerSpec>): Promise<string> {
  const { openGroup } = await import('../../src/target/containers/group.ts');
  const image = await buildOwnImage();
  await using group = await openGroup({ secrets: ['geheim-geheim'] });
  const error: unknown = await group.start({ name: 'part', image, ports: [9080], deadline: 5_000, ...spec }).then(
    () => assert.fail('it started'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Inconclusive, String(error));
  return error.message;
}

const mock = (...args: string[]) => ['mock', '--host', '0.0.0.0', '--port', '9080', ...args];

test('an image that is nowhere', options, async () => {
  const said = await refusal({ image: 'registry.invalid/apim:0' });
  assert.match(
    said,
    /^The container part \(image registry\.invalid\/apim:0\) could not be started: its image is not here/,
  );
});

test('a container that ends at once shows what it wrote last, without secrets', options, async () => {
  const deadline = 60_000;
  const begun = performance.now();
  const said = await refusal({
    command: ['mock', '--secret=geheim-geheim'],
    ready: { port: 9080, path: '/' },
    deadline,
  });
  assert.match(said, /ended after [\d.]+ s, before it was ready \(awaited: GET :9080\/\)\. State: exited \(1\)/);
  assert.match(said, /^ {2}\| .*unknown option/m);
  assert.ok(!said.includes('geheim'), said);
  assert.ok(performance.now() - begun < deadline, 'it is noticed before the deadline');
});

test('a container that never is healthy: what was awaited, how long, what came instead', options, async () => {
  const said = await refusal({ command: mock(), ready: { port: 9080, path: '/nowhere' }, deadline: 10_000 });
  assert.match(
    said,
    /was not ready within 10 s \(awaited: GET :9080\/nowhere; seen instead: status 404\)\. State: running/,
  );
  assert.match(said, /\| discovery URL/);
});

test('a port on which nobody listens', options, async () => {
  const said = await refusal({ command: mock(), ports: [9999], ready: { port: 9999, path: '/' }, deadline: 3_000 });
  assert.match(said, /awaited: GET :9999\/; seen instead: .*(?:ECONNREFUSED|ECONNRESET|closed)/);
});

test('nothing is left of any of them', options, async () => {
  assert.deepEqual(await leftOf(), []);
});

const run = (address: string, extra: object = {}) =>
  dcrh(['run', 'tutorial', ...images, '--out', join(folder, 'none')], { env: { DOCKER_HOST: address }, ...extra });

test('no engine: one sentence and exit code 3, before a browser starts', async () => {
  const { code, stderr } = await run('unix:///nowhere/docker.sock');
  assert.equal(code, 3, stderr);
  assert.match(stderr, /^dcrh: There is no container engine at unix:\/\/\/nowhere\/docker\.sock\. Start Docker .*\n$/);
});

test('an engine that this user may not use', { skip: process.getuid?.() === 0 ? false : 'needs root' }, async () => {
  const path = join(folder, 'private.sock');
  const server = createServer().listen(path);
  await once(server, 'listening');
  await chmod(path, 0o600);
  await chmod(folder, 0o755);
  const script = `process.setgid(65534); process.setuid(65534); (await import('./src/target/containers/engine.ts')).findEngine().catch((e) => console.log(e.message))`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, DOCKER_HOST: `unix://${path}` },
    encoding: 'utf8',
  });
  server.close();
  assert.match(said, /may not be used by this user/);
});

test('something else that listens where the engine should', async () => {
  const path = join(folder, 'rude.sock');
  const server = createServer((socket) => socket.on('error', () => undefined).end('what?')).listen(path);
  await once(server, 'listening');
  const { code, stderr } = await run(`unix://${path}`);
  server.close();
  assert.equal(code, 3, stderr);
  assert.match(stderr, /does not answer as a container engine/);
});

test(
  'an engine that stops under a run: said, the report is made, and "dcrh clean" removes the rest',
  options,
  async () => {
    await using proxy = await startEngineProxy(join(folder, 'engine.sock'));
    const out = join(folder, 'stopped');
    const walking = startDcrh(['run', 'tutorial', ...images, '--out', out], { env: { DOCKER_HOST: proxy.address } });
    await walking.said('sign in as the administrator');
    await proxy.stop();
    const { code, stderr } = await walking.ended;
    assert.equal(code, 3, stderr);
    assert.match(stderr, /could not be removed: .*"dcrh clean" does it when the container engine answers/);
    assert.match(stderr, /report: .*index\.html/);
    assert.notDeepEqual(await leftOf(), []);
    assert.equal((await dcrh(['clean'])).code, 0);
    assert.deepEqual(await leftOf(), []);
  },
);

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test(
  'a disk that is full when the report is written',
  { skip: canMount ? false : 'needs root on Linux' },
  async (t) => {
    const made = join(folder, 'made');
    assert.equal((await dcrh(['run', 'tutorial', '--out', made])).code, 0);
    const small = join(folder, 'small');
    await mkdir(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]);
    t.after(() => execFileSync('umount', [small]));
    await cp(join(made, 'recordings'), join(small, 'recordings'), { recursive: true });
    const { code, stderr } = await dcrh(['report', small]);
    assert.equal(code, 3, stderr);
    assert.match(stderr, /^dcrh: There is no room left on the disk/);
    assert.ok(!stderr.includes('    at '), stderr);
  },
);
