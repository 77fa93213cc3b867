import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const har = join(root, 'src', 'recording', 'test-data', 'apim-3.20.32.har');
const folder = mkdtempSync(join(tmpdir(), 'dcrh-cli-'));

function dcrh(args: readonly string[], env: Record<string, string | undefined> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'cli.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

for (const [says, args, sentence] of [
  ['an unknown option', ['judge', '--jsno', har], /unknown option '--jsno'/],
  ['an unknown command', ['jugde', har], /unknown command 'jugde'/],
  ['an empty option value', ['judge', '--out', '', har], /It is empty/],
  ['an unknown profile', ['judge', '--profile', 'oaut', har], /Allowed choices are oauth/],
  ['a missing file', ['judge', 'nowhere.json'], /nowhere\.json cannot be read: there is no such file/],
  ['a folder', ['judge', '.'], /cannot be read: it is a folder/],
  ['no HAR', ['judge', file('no.har', '{"a":1}')], /no\.har is not a HAR 1\.2 file/],
  ['no JSON', ['judge', file('text.har', 'hello')], /text\.har is not JSON/],
  ['a damaged baseline', ['judge', '--baseline', file('b.yaml', '- id: T-08\n  resaon: x\n'), har], /b\.yaml:2/],
  [
    'an unknown requirement set',
    ['judge', '--requirements', '1999-01', har],
    /^dcrh: There is no requirement set "1999-01"; known: 2026-12\.\n$/,
  ],
  ['an unknown requirement set of a list', ['list', '--requirements', 'x'], /known: 2026-12/],
  ['an unknown requirement set of a run', ['run', '--requirements', 'x'], /known: 2026-12/],
  ['an unknown check', ['explain', 'Z-99'], /There is no check "Z-99"/],
  ['an unknown story', ['run', 'tutrial'], /There is no story "tutrial"/],
  [
    'a browser that is not there',
    ['run', '--browser-path', '/nowhere/chrome'],
    /There is no browser at \/nowhere\/chrome/,
  ],
] as const)
  test(`refuses ${says} with exit code 2 and one sentence`, () => {
    const { status, stdout, stderr } = dcrh(args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\n {4}at /, 'no stack trace for a mistake of the user');
    assert.equal(stdout, '');
  });

test('an environment variable that is set but empty is refused', () => {
  const { status, stderr } = dcrh(['run'], { DCRH_ADMIN_PASSWORD: '' });
  assert.equal(status, 2);
  assert.match(stderr, /DCRH_ADMIN_PASSWORD is set but empty/);
});

test('a machine without a browser: exit code 3 and what to do', () => {
  const { status, stderr } = dcrh(['run'], {
    PATH: folder,
    PLAYWRIGHT_BROWSERS_PATH: folder,
    DCRH_BROWSER_PATH: undefined,
  });
  assert.equal(status, 3, stderr);
  assert.match(stderr, /No browser was found.*playwright install chromium/);
});

test('a port that is taken: one sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  for (const args of [
    ['mock', '--port', `${address.port}`],
    ['reference', '--console-port', `${address.port}`],
  ]) {
    const { status, stderr } = dcrh(args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, new RegExp(`${address.port}`));
    assert.doesNotMatch(stderr, /\n {4}at /);
  }
  server.close();
});

const resultSchema = z.object({
  exitCode: z.int(),
  verdicts: z.array(z.object({ id: z.string(), outcome: z.string() })),
});

test('judge names what is wrong in the traffic of a real product', () => {
  const { status, stdout } = dcrh(['judge', har, '--json']);
  assert.equal(status, 1);
  const { verdicts } = resultSchema.parse(JSON.parse(stdout));
  const broken = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').map(({ id }) => id);
  for (const id of ['T-08', 'R-25', 'RT-03', 'RT-05', 'RT-28']) assert.ok(broken.includes(id), id);
});

test('judge writes the same JSON each time', () => {
  const [first, second] = [dcrh(['judge', har, '--json']), dcrh(['judge', har, '--json'])];
  assert.equal(first.stdout, second.stdout);
});

test('the last line of a judgement is its count', () => {
  const { stdout } = dcrh(['judge', har]);
  assert.match(
    stdout.trimEnd().split('\n').at(-1) ?? '',
    /^passed \d+ · failed \d+ · known \d+ · warned \d+ · not observed \d+ · not applicable \d+/,
  );
});

test('list and explain tell the same checks', () => {
  const listed = z
    .array(z.object({ id: z.string(), title: z.string() }))
    .parse(JSON.parse(dcrh(['list', '--json']).stdout));
  assert.ok(listed.length >= 60);
  const explained = dcrh(['explain', 't-08']).stdout;
  assert.ok(explained.includes(listed.find(({ id }) => id === 'T-08')?.title ?? '?'));
});

test('judged twice, a recording gives the same JSON, and a requirement set is named in it', () => {
  const args = ['judge', '--json', '--requirements', '2026-12', har];
  const [once, again] = [dcrh(args), dcrh(args)];
  assert.equal(once.stdout, again.stdout);
  const result = z
    .looseObject({ requirements: z.string(), verdicts: z.array(z.unknown()) })
    .parse(JSON.parse(once.stdout));
  assert.equal(result.requirements, '2026-12');
  assert.ok(result.verdicts.length > 200);
});
