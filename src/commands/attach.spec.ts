import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { recordingSchema } from '../recording/recording.ts';
import { startMockIdp } from '../../mock-idp/mock-idp.ts';
import type { Provider } from '../../reference-apim/api.ts';
import { startReferenceApim } from '../../reference-apim/reference-apim.ts';
import { readInstallation, type Installation } from '../target/sut/apim/installation.ts';
import { environment, managementApi, type Management } from '../target/sut/apim/management.ts';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'src', 'cli.ts');
const admin = { username: 'admin', password: 'admin' };

interface Product extends AsyncDisposable {
  readonly args: readonly string[];
  readonly management: Management;
}

/** The stand-in as a process of its own, which the run knows by its addresses only. */
async function startProduct(...args: string[]): Promise<Product> {
  const child = spawn(process.execPath, [cli, 'reference', ...args], { cwd: root });
  const urls: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', url = ''] = line.split(/\s+/);
    urls[name] = url;
    if (name === 'REST') break;
  }
  const { Console = '', Portal = '', REST = '' } = urls;
  return {
    args: ['--sut', 'apim', '--console-url', Console, '--portal-url', Portal, '--management-url', REST],
    management: managementApi(REST, admin),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}

type Tree = Record<string, Record<string, unknown>>;

/** What an administrator has made of it before. */
async function byHand({ call }: Management): Promise<void> {
  const settings = (await call('GET', `${environment}/settings`)) as Tree;
  settings['company'] = { name: 'Acme' };
  settings['portal'] = { ...settings['portal'], apikeyHeader: 'X-Acme-Key' };
  await call('POST', `${environment}/settings`, settings);
  const own = { name: 'Own application', description: 'd', settings: { app: { type: 'web' } } };
  await call('POST', `${environment}/applications`, own);
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
  /** Resolves when the text has been printed to standard error. */
  said(text: string): Promise<void>;
}

/** A process group of its own, so that a Ctrl-C reaches all of it. */
function start(args: readonly string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [cli, 'run', ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, DCRH_SETTINGS: undefined, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = { text: '' };
  const waiting: { text: string; go: () => void }[] = [];
  child.stderr.on('data', (data: Buffer) => {
    said.text += data.toString();
    for (const { text, go } of waiting) if (said.text.includes(text)) go();
  });
  return {
    child,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr: said.text }))),
    said: (text) => new Promise((resolve) => waiting.push({ text, go: resolve })),
  };
}

const baseline = (mode: string) => join(root, 'baselines', `reference-${mode}.yaml`);

const story = 'console-backend-to-backend';
/** By then registration is on and the provider is made. */
const midway = 'sign in as the administrator';

const ownProvider = 'own-provider';

/** A product whose licence has ended, with the provider that it had: in this process, since no command line makes one. */
async function startUnlicensed(): Promise<Product> {
  await using started = new AsyncDisposableStack();
  const idp = started.use(await startMockIdp());
  const view = await idp.view(ownProvider);
  const { clientId, clientSecret } = await view.createAdminClient();
  const provider: Provider = {
    id: 'a-provider',
    name: ownProvider,
    discovery_endpoint: view.discoveryUrl,
    initial_access_token_type: 'CLIENT_CREDENTIALS',
    client_id: clientId,
    client_secret: clientSecret,
    scopes: ['dcr_admin'],
    renew_client_secret_support: false,
    created_at: 0,
    updated_at: 0,
  };
  const apim = started.use(await startReferenceApim({ mode: 'as-apim-4.12', licence: 'oss', providers: [provider] }));
  const { consoleUrl, portalUrl, managementUrl } = apim;
  const running = started.move();
  return {
    args: ['--sut', 'apim', '--console-url', consoleUrl, '--portal-url', portalUrl, '--management-url', managementUrl],
    management: managementApi(managementUrl, admin),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

const bare = ({ providers, ...rest }: Installation) => ({
  ...rest,
  providers: providers.map((one) => ({ ...one, updated_at: 0 })),
});

/** The process that walks: Playwright's, the only child of the command. */
const walkerOf = ({ pid = 0 }: ChildProcess) =>
  Number(execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).trim());

test('an attached product is as before after a good run, and a second run is the same', async ({}, info) => {
  await using product = await startProduct('--mode', 'as-apim-4.12');
  await byHand(product.management);
  const before = await readInstallation(product.management);
  const elsewhere = ['--recorder-url', 'http://localhost', '--recorder-host', '127.0.0.1'];
  for (const [round, more, at] of [
    ['first', [], /^http:\/\/127\.0\.0\.1:\d+\//],
    ['second', elsewhere, /^http:\/\/localhost:\d+\//],
  ] as const) {
    const out = info.outputPath(round);
    const known = ['--baseline', baseline('as-apim-4.12')];
    const { code, stderr } = await start([story, ...product.args, ...more, ...known, '--out', out]).ended;
    expect(code, stderr).toBe(0);
    const recording = recordingSchema.parse(
      JSON.parse(await readFile(join(out, 'recordings', `${story}.json`), 'utf8')),
    );
    expect(recording.sut).toMatchObject({ kind: 'apim', mode: 'attached' });
    expect(recording.outcome).toBe('complete');
    expect(recording.provider?.discoveryEndpoint).toMatch(at);
    expect(recording.applications[0]?.idp?.clientId).toBe(recording.applications[0]?.api?.clientId);
    expect(await readInstallation(product.management)).toEqual(before);
  }
});

test('after a story that fails it is as before, and the run says why it ended', async ({}, info) => {
  await using product = await startProduct();
  await byHand(product.management);
  const before = await readInstallation(product.management);
  const { code, stderr } = await start([
    'tutorial',
    ...product.args,
    '--fault',
    'token-invalid-client',
    '--baseline',
    baseline('as-apim-3.20'),
    '--out',
    info.outputPath('out'),
  ]).ended;
  expect(code).toBe(3);
  expect(stderr).toContain('the provider was refused');
  expect(await readInstallation(product.management)).toEqual(before);
});

test('after Ctrl-C it is as before', async ({}, info) => {
  await using product = await startProduct();
  await byHand(product.management);
  const before = await readInstallation(product.management);
  const run = start([story, ...product.args, '--out', info.outputPath('out')]);
  await run.said(midway);
  expect((await readInstallation(product.management)).providers).toHaveLength(1);
  process.kill(-(run.child.pid ?? 0), 'SIGINT');
  expect((await run.ended).code).toBe(130);
  expect(await readInstallation(product.management)).toEqual(before);
});

test('when the process that walks is killed it is as before', async ({}, info) => {
  await using product = await startProduct();
  await byHand(product.management);
  const before = await readInstallation(product.management);
  const run = start([story, ...product.args, '--out', info.outputPath('out')]);
  await run.said(midway);
  process.kill(walkerOf(run.child), 'SIGKILL');
  const { code } = await run.ended;
  expect(code).not.toBe(0);
  expect(await readInstallation(product.management)).toEqual(before);
});

test('a password that is not the right one is told before a browser starts, and stands nowhere', async ({}, info) => {
  await using product = await startProduct();
  const out = info.outputPath('out');
  const args = [story, ...product.args, '--user', 'admin', '--password', '${ADMIN_SECRET}', '--out', out];
  const { code, stderr } = await start(args, { ADMIN_SECRET: 'wr0ng-pass' }).ended;
  expect(code).toBe(3);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('"admin" could not sign in (401)');
  expect(stderr).not.toContain('wr0ng-pass');
  expect(await readdir(info.outputDir)).not.toContain('out');
});

test('without a licence and without a provider nothing is begun: one sentence', async ({}, info) => {
  await using product = await startProduct('--mode', 'as-apim-4.12', '--licence', 'oss');
  const out = info.outputPath('out');
  const { code, stderr } = await start([story, ...product.args, '--out', out]).ended;
  expect(code).toBe(3);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('no licence for the feature "apim-dcr-registration"');
  expect(stderr).toContain('license.key');
});

test('without a licence the provider that is there is edited and put back, and the report says what was not seen', async ({}, info) => {
  await using product = await startUnlicensed();
  const before = await readInstallation(product.management);
  const out = info.outputPath('out');
  const known = ['--baseline', join(root, 'baselines', 'reference-as-apim-4.12.yaml')];
  const run = await start(['tutorial', 'provider-deleted', ...product.args, ...known, '--out', out]).ended;
  const recordingOf = async (id: string) =>
    recordingSchema.parse(JSON.parse(await readFile(join(out, 'recordings', `${id}.json`), 'utf8')));
  const tutorial = await recordingOf('tutorial');
  expect(tutorial.outcome, run.stderr).toBe('complete');
  expect(tutorial.note).toContain('Creating the provider in the Console was not observed');
  expect(tutorial.applications[0]?.portal?.clientId).toBe(tutorial.applications[0]?.idp?.clientId);
  expect(await readFile(join(out, 'summary.md'), 'utf8')).toContain('left out of tutorial: Creating the provider');
  const deleted = await recordingOf('provider-deleted');
  expect(deleted).toMatchObject({ outcome: 'incomplete', exchanges: [], steps: [] });
  expect(deleted.note).toContain('no licence');
  expect(run.code).toBe(3);
  expect(bare(await readInstallation(product.management))).toEqual(bare(before));
});
