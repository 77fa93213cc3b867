import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { z } from 'zod';
import type { MockIdpView } from '../../../mock-idp/api.ts';
import { faultNamed } from '../../../mock-idp/faults/index.ts';
import { startMockIdp } from '../../../mock-idp/mock-idp.ts';

const cli = join(import.meta.dirname, '..', '..', 'cli.ts');
const newFolder = () => mkdtempSync(join(tmpdir(), 'dcrh-idp-'));

interface Started {
  args: readonly string[];
  secret?: string;
  /** Called once the process runs. */
  meanwhile?: (stop: () => void) => Promise<void>;
}

async function dcrhIdp({ args, secret = 'unused', meanwhile }: Started) {
  const child = spawn(process.execPath, [cli, 'idp', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DCRH_TEST_SECRET: secret },
  });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  await meanwhile?.(() => child.kill('SIGINT'));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: await stdout, stderr: await stderr };
}

/** The arguments of a user who has an admin client at that view. */
async function accessTo(view: MockIdpView) {
  const { clientId, clientSecret, scope } = await view.createAdminClient();
  const out = newFolder();
  const args = ['--client-id', clientId, '--client-secret', '${DCRH_TEST_SECRET}', '--scope', scope, '--out', out];
  return { args: [view.discoveryUrl, ...args], secret: clientSecret, out };
}

const ledgerSchema = z.array(z.object({ state: z.string(), clientId: z.string().optional() }));
const ledgerIn = (out: string) => ledgerSchema.parse(JSON.parse(readFileSync(join(out, 'ledger.json'), 'utf8')));
const sentenceOf = (stdout: string) => stdout.split('why this run is not green\n')[1]?.split('\n')[0] ?? '';

test('a good run says what it creates, leaves nothing behind and shows no secret', async () => {
  await using idp = await startMockIdp();
  await using view = await idp.view('good');
  const { args, secret, out } = await accessTo(view);
  const { code, stdout, stderr } = await dcrhIdp({ args, secret });
  assert.ok(code === 0 || code === 1, stdout);
  assert.match(stderr, /^Tries \d+ cases in \d+ groups at http/);
  assert.match(stderr, /names begin with dcrh-[0-9a-f]{6}-/);
  assert.match(stderr, /\d+ requests for \d+ decided checks/);
  assert.deepEqual(await view.clients(), []);
  const created = ledgerIn(out).filter(({ clientId }) => clientId !== undefined);
  assert.ok(created.length > 3);
  assert.deepEqual(new Set(created.map(({ state }) => state)), new Set(['deleted']));
  const recorded = ['discovery', 'token', 'registration'].map((name) =>
    readFileSync(join(out, 'recordings', `idp-${name}.json`), 'utf8'),
  );
  assert.ok(!`${stdout}${stderr}${recorded.join('')}${readFileSync(join(out, 'index.html'), 'utf8')}`.includes(secret));
});

test('the smoke cases are few, and fast', async () => {
  await using idp = await startMockIdp();
  await using view = await idp.view('smoke');
  const { args, secret } = await accessTo(view);
  const { stderr, stdout } = await dcrhIdp({ args: [...args, '--smoke', '--json'], secret });
  assert.match(stderr, /^Tries [1-9]\d? cases/);
  assert.equal(z.object({ format: z.string() }).parse(JSON.parse(stdout)).format, 'dcr-harness/result');
  assert.deepEqual(await view.clients(), []);
});

for (const [says, fault, sentence] of [
  ['a page instead of metadata', 'discovery-html', /gave no discovery document: status 200, text\/html/],
  ['an address where there is nothing', 'discovery-not-found', /gave no discovery document: status 404/],
  ['metadata without a registration endpoint', 'registration-endpoint-missing', /registration_endpoint/],
  ['a wrong secret', 'token-invalid-client', /gave no token for the client .*Check the client id, the secret/],
] as const)
  test(`${says}: one sentence, exit code 3, the ledger and the report are there`, async () => {
    await using idp = await startMockIdp();
    await using view = await idp.view('bad');
    const { args, secret, out } = await accessTo(view);
    view.arm(faultNamed(fault));
    const { code, stdout, stderr } = await dcrhIdp({ args, secret });
    assert.equal(code, 3, `${stdout}${stderr}`);
    assert.match(sentenceOf(stdout), sentence);
    assert.equal(stdout.match(sentence)?.length, 1);
    assert.deepEqual(ledgerIn(out), []);
    assert.match(readFileSync(join(out, 'verdicts.json'), 'utf8'), /"exitCode": 3/);
  });

test('nobody at the address: one sentence, exit code 3', async () => {
  const { code, stdout } = await dcrhIdp({ args: ['http://127.0.0.1:1/none', '--out', newFolder()] });
  assert.equal(code, 3);
  assert.match(sentenceOf(stdout), /was not answered: nothing listens there/);
});

test('a certificate of an unknown authority is refused with the option that helps, which helps', async () => {
  await using idp = await startMockIdp({ tls: true });
  await using view = await idp.view('tls');
  const { args, secret, out } = await accessTo(view);
  const refused = await dcrhIdp({ args, secret });
  assert.equal(refused.code, 3);
  assert.match(sentenceOf(refused.stdout), /certificate.*--ca FILE/);
  const ca = join(out, 'ca.pem');
  writeFileSync(ca, idp.ca ?? '');
  const taken = await dcrhIdp({ args: [...args, '--smoke', '--ca', ca], secret });
  assert.ok(taken.code === 0 || taken.code === 1, taken.stdout);
});

test('an IdP that goes away in the middle: one sentence, exit code 3, and the ledger says what is left', async () => {
  const idp = await startMockIdp();
  const view = await idp.view('gone');
  const { args, secret, out } = await accessTo(view);
  const { code, stdout, stderr } = await dcrhIdp({
    args,
    secret,
    async meanwhile() {
      await view.waitForExchange('a registration', ({ response }) => response.status === 201, 20_000);
      await idp[Symbol.asyncDispose]();
    },
  });
  assert.equal(code, 3, stdout);
  assert.match(sentenceOf(stdout), /The identity provider no longer answers/);
  assert.match(stderr, /left behind: dcrh-/);
  assert.ok(ledgerIn(out).some(({ state }) => state === 'survived'));
  const again = await dcrhIdp({ args: ['http://127.0.0.1:1/none', '--out', out] });
  assert.equal(again.code, 3);
  const [kept] = readdirSync(out).filter((name) => /^ledger-[0-9a-f]+\.json$/.test(name));
  assert.match(readFileSync(join(out, kept ?? ''), 'utf8'), /"survived"/);
});

test('Ctrl-C: what was created is deleted, exit code 130', async () => {
  await using idp = await startMockIdp();
  await using view = await idp.view('stopped');
  const { args, secret } = await accessTo(view);
  const { code, stderr } = await dcrhIdp({
    args: [...args, '--rate', '5'],
    secret,
    async meanwhile(stop) {
      await view.waitForExchange('a registration', ({ response }) => response.status === 201, 20_000);
      stop();
    },
  });
  assert.equal(code, 130, stderr);
  assert.match(stderr, /what was created is deleted/);
  assert.deepEqual(await view.clients(), []);
});

for (const [says, args, sentence] of [
  ['no address', ['idp.example'], /"idp\.example" is no http or https address/],
  ['a client id alone', ['https://idp.example/x', '--client-id', 'a'], /--client-id is given without --client-secret/],
  [
    'a variable that is not set',
    ['https://idp.example/x', '--client-id', 'a', '--client-secret', '${DCRH_UNSET}'],
    /--client-secret names the environment variable DCRH_UNSET/,
  ],
  ['another host without --yes', ['https://idp.example/x'], /idp\.example is not this machine\. Give --yes/],
  ['a group that there is not', ['http://127.0.0.1:1/x', '--only', 'raed'], /There is no group "raed"/],
  ['a certificate that there is not', ['http://127.0.0.1:1/x', '--ca', 'nowhere.pem'], /nowhere\.pem cannot be read/],
] as const)
  test(`${says} is refused with exit code 2 and one sentence`, async () => {
    const { code, stdout, stderr } = await dcrhIdp({ args });
    assert.equal(code, 2, stderr);
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
  });
