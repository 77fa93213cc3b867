import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startMockIdp } from '../../../mock-idp/mock-idp.ts';
import { comparisonSchema } from '../../report/matrix/comparison.ts';
import { readTargets } from './targets-file.ts';

const cli = join(import.meta.dirname, '..', '..', 'cli.ts');
const newFolder = () => mkdtempSync(join(tmpdir(), 'dcrh-matrix-'));

function fileOf(...lines: readonly string[]): string {
  const path = join(newFolder(), 'targets.yaml');
  writeFileSync(path, lines.join('\n'));
  return path;
}

const mistakes = [
  ['a misspelt key', ['- name: a', '  url: http://a', '  client_id: x'], /:3 {2}"client_id" is not a known key/],
  [
    'a secret in the file',
    ['- name: a', '  url: http://a', '  client-secret: hush'],
    /:3 {2}"client-secret" .*\$\{NAME\}/,
  ],
  ['no url', ['- name: a'], /:1 {2}"url" is missing/],
  [
    'a name that stands twice',
    ['- name: a', '  url: http://a', '- name: a', '  url: http://b'],
    /:3 {2}a stands twice/,
  ],
  [
    'names that lead to one folder',
    ['- name: a b', '  url: http://a', '- name: A-b', '  url: http://b'],
    /differs from another/,
  ],
  ['something that is no list', ['name: a'], /must be a list of identity providers with name and url/],
  ['nothing', [''], /lists no identity provider/],
] as const;

for (const [what, lines, sentence] of mistakes)
  test(`a targets file with ${what} is told with file and line`, async () => {
    const path = fileOf(...lines);
    await assert.rejects(readTargets(path), ({ message }: Error) => sentence.test(message) && message.includes(path));
  });

test('the members of a target are the options of dcrh idp', async () => {
  const path = fileOf(
    '- name: Our IdP 2',
    '  url: http://a',
    '  renew-endpoint: http://a/x',
    '  rate: 2',
    '  load: true',
  );
  const [target] = await readTargets(path);
  assert.equal(target?.folder, 'our-idp-2');
  assert.equal(target.rate, 2);
  assert.deepEqual(target.options, { renewMethod: 'POST', renewEndpoint: 'http://a/x', load: true });
});

async function dcrhMatrix(args: readonly string[], secret: string) {
  const env = { ...process.env, DCRH_TEST_SECRET: secret };
  const child = spawn(process.execPath, [cli, 'matrix', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: await stdout, stderr: await stderr };
}

test('two identity providers and one that is not there are compared, and nothing is left at them', async () => {
  await using idp = await startMockIdp();
  const views = [await idp.view('free', { profile: 'gravitee' }), await idp.view('strict', { profile: 'strict' })];
  const admin = { clientSecret: 'the-secret-of-the-matrix-0123456789' };
  const clients = await Promise.all(views.map((view) => view.createAdminClient(admin)));
  const file = fileOf(
    ...views.flatMap(({ name, discoveryUrl }, index) => [
      `- name: ${name}`,
      `  url: ${discoveryUrl}`,
      `  client-id: ${clients[index]?.clientId ?? ''}`,
      '  client-secret: ${DCRH_TEST_SECRET}',
      `  scope: ${clients[index]?.scope ?? ''}`,
    ]),
    '- name: gone',
    // Port 1 is kept free of servers (IANA: tcpmux).
    '  url: http://127.0.0.1:1/.well-known/openid-configuration',
  );
  const out = newFolder();
  const { code, stdout, stderr } = await dcrhMatrix([file, '--out', out], admin.clientSecret);
  assert.equal(code, 1, stderr);
  assert.match(stdout, /comparison: .*index\.html/);
  for (const view of views) assert.deepEqual(await view.clients(), []);

  const { columns, operations, checks } = comparisonSchema.parse(
    JSON.parse(readFileSync(join(out, 'matrix.json'), 'utf8')),
  );
  assert.deepEqual(
    columns.map(({ name, because }) => [name, because === null]),
    [
      ['free', true],
      ['strict', true],
      ['gone', false],
    ],
  );
  const backEnd = operations.find(({ title }) => title.endsWith('Backend to Backend'))?.cells ?? [];
  assert.deepEqual(
    backEnd.map((cell) => cell?.every(({ outcome }) => outcome === 'cannot-work') ?? null),
    [false, true, null],
  );
  assert.ok(checks.length > 200);

  const evidence = [
    ...operations.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])),
    ...checks.flatMap(({ cells }) => cells),
  ];
  const pages = new Map<string, string>();
  for (const cell of evidence) {
    if (cell === null) continue;
    const [page = '', anchor = ''] = cell.evidence.split('#');
    if (!pages.has(page)) pages.set(page, readFileSync(join(out, page), 'utf8'));
    assert.ok(pages.get(page)?.includes(`id="${anchor}"`), `nothing is at ${cell.evidence}`);
  }
  const written = ['index.html', 'matrix.json', 'matrix.md']
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('');
  assert.ok(!written.includes(admin.clientSecret));
  assert.ok(written.includes('127.0.0.1:1'));
  assert.ok(existsSync(join(out, 'free', 'ledger.json')));
});
