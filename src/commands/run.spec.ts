import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recordingSchema } from '../recording/recording.ts';
import { resultSchema } from '../check/result.ts';

const root = join(import.meta.dirname, '..', '..');

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves when the text has been printed to standard error. */
  said(text: string): Promise<void>;
}

/** A process group of its own, so that what it leaves behind can be told, and a Ctrl-C reaches all of it. */
function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'run', ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, DCRH_SETTINGS: undefined, ...env },
  });
  const texts = { stdout: '', stderr: '' };
  const waiting: { text: string; go: () => void }[] = [];
  child.stdout.on('data', (data: Buffer) => (texts.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => {
    texts.stderr += data.toString();
    for (const { text, go } of waiting) if (texts.stderr.includes(text)) go();
  });
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...texts }))),
    said: (text) => new Promise((resolve) => waiting.push({ text, go: resolve })),
  };
}

const run = (args: readonly string[], env?: Record<string, string>) => start(args, env).ended;

const recordingIn = async (out: string, id: string) =>
  recordingSchema.parse(JSON.parse(await readFile(join(out, 'recordings', `${id}.json`), 'utf8')));

const groupLives = (pid: number) => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('an IdP with an authority of its own: untrusted it is refused, trusted it is used, all of it over TLS', async ({}, info) => {
  const out = info.outputPath('out');
  const { code, stdout, stderr } = await run(['tls', '--tls', '--out', out]);
  expect(code, stderr + stdout).toBe(0);
  const { steps, exchanges, applications } = await recordingIn(out, 'tls');
  for (const { note } of steps.slice(1, 5)) expect(note).toMatch(/^The product sent no request, and said: /);
  expect(exchanges[0]?.step).toBe(6);
  const { verdicts } = resultSchema.parse(JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')));
  expect(verdicts.filter(({ id }) => ['X-03', 'X-04', 'X-05'].includes(id)).map(({ outcome }) => outcome)).toEqual([
    'pass',
    'pass',
    'pass',
  ]);
  expect(exchanges.every(({ tls, request }) => tls?.version === 'TLSv1.3' && request.url.startsWith('https:'))).toBe(
    true,
  );
  expect(applications[0]?.idp?.name).toBe(applications[0]?.name);
});

test('the embedded default is green with its baseline: known deviations are known', async ({}, info) => {
  const out = info.outputPath('out');
  const { code, stdout, stderr } = await run(['--out', out]);
  expect(code, stderr + stdout).toBe(0);
  const result = resultSchema.parse(JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')));
  expect(result.recordings.map(({ id }) => id)).toEqual(['tutorial', 'console-backend-to-backend', 'portal-web']);
  expect(result.verdicts.filter(({ known }) => known !== null).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['R-25', 'RT-05', 'T-08']),
  );
  for (const { id } of result.recordings) {
    const { applications, clientsAtIdp, steps } = await recordingIn(out, id);
    const [application] = applications;
    const views = [application?.idp, application?.api, application?.console, application?.portal].filter(
      (view) => view != null,
    );
    expect(views.length).toBeGreaterThanOrEqual(3);
    expect(new Set(views.map(({ clientId }) => clientId))).toEqual(new Set(clientsAtIdp));
    expect(steps.every(({ outcome }) => outcome === 'done')).toBe(true);
  }
  expect((await readdir(out)).sort()).toEqual(
    expect.arrayContaining(['index.html', 'junit.xml', 'recordings', 'screenshots', 'summary.md', 'verdicts.json']),
  );
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^passed \d+ · failed 0 · known \d+ /);
});

test('without the baseline the same deviations are failures', async ({}, info) => {
  const { code, stdout } = await run(['console-backend-to-backend', '--no-baseline', '--out', info.outputPath('out')]);
  expect(code).toBe(1);
  expect(stdout).toContain('✗ T-08');
});

test('a product that follows the specifications has no failure and needs no baseline', async ({}, info) => {
  const { code, stdout, stderr } = await run(['--mode', 'correct', '--out', info.outputPath('out')]);
  expect(code, stderr + stdout).toBe(0);
  expect(stdout).toMatch(/failed 0 · known 0 /);
});

test('the next-gen portal is walked from the creation of an application to its end', async ({}, info) => {
  const stories = ['portal-web', 'portal-edit', 'portal-delete'];
  const args = [...stories, '--portal', 'next', '--mode', 'correct', '--no-baseline', '--out', info.outputPath('out')];
  const { code, stdout, stderr } = await run(args);
  expect(code, stderr + stdout).toBe(0);
  expect(stdout).toContain('failed 0');
});

test('a wrong password ends the run with one sentence and exit code 3, and what was seen is kept', async ({}, info) => {
  const out = info.outputPath('out');
  const { code, stderr } = await run(['tutorial', '--out', out], { DCRH_ADMIN_PASSWORD: 'a-wrong-password' });
  expect(code).toBe(3);
  expect(stderr).toContain('"admin" could not sign in');
  expect(stderr).toContain('DCRH_ADMIN_PASSWORD');
  expect(stderr).toContain(join(out, 'recordings', 'tutorial.json'));
  const recording = await recordingIn(out, 'tutorial');
  expect(recording.outcome).toBe('incomplete');
  expect(JSON.stringify(recording)).not.toContain('a-wrong-password');
});

test('a provider that the IdP refuses ends the story with the words on the page', async ({}, info) => {
  const out = info.outputPath('out');
  const { code, stderr } = await run(['tutorial', '--fault', 'token-invalid-client', '--out', out]);
  expect(code).toBe(3);
  expect(stderr).toContain('Console: the provider was refused: Unexpected error while generating an access_token');
  const recording = await recordingIn(out, 'tutorial');
  expect(recording.note).toContain('the provider was refused');
  expect(recording.exchanges.at(-1)?.faults).toEqual(['token-invalid-client']);
  expect(recording.steps.at(-1)?.screenshot).toBeDefined();
});

test('Ctrl-C ends everything that was started', async ({}, info) => {
  const started = start(['--out', info.outputPath('out')]);
  await started.said('sign in as the administrator');
  process.kill(-started.pid, 'SIGINT');
  const { code } = await started.ended;
  expect(code).toBe(130);
  await expect.poll(() => groupLives(started.pid), { message: 'no process of the run is left' }).toBe(false);
});

test('no secret is in any file that a run writes', async ({}, info) => {
  const out = info.outputPath('out');
  await run(['portal-web', '--out', out]);
  const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.jpg'),
  );
  expect(names.length).toBeGreaterThan(4);
  for (const entry of names) {
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    const values = [
      ...text.matchAll(/\\?"(?:client_secret|access_token|registration_access_token)\\?":\s*\\?"([^"\\]+)/g),
    ].map(([, value]) => value);
    expect(
      values.filter((value) => !/^\[secret:[0-9a-f]{12}\]$/.test(value ?? '')),
      entry.name,
    ).toEqual([]);
    expect(text).not.toMatch(/(?:Basic|Bearer) (?!\[secret:|realm|null)[\w+/=-]{12,}/);
  }
});
