import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPartLogs } from '../../src/recording/part-log.ts';
import { until } from '../../src/target/until.ts';
import { tellTutorial, type Told } from '../idps/story.ts';
import { dcrh, startDcrh } from './command.ts';
import { buildOwnImage, leftOf, withoutEngine } from './engine.ts';

const folder = await mkdtemp(join(tmpdir(), 'dcrh-containers-'));
const options = { skip: withoutEngine };
/** A slow machine takes long for a page, and a test that looks at a run under way must find it there. */
const patient = ['--timeout', '60000'];
const images = ['--sut', 'reference-image', '--idp', 'mock-image', ...patient];

/** By then both containers run and the stories are under way. */
const midway = 'sign in as the administrator';

/** Seconds in which the mock IdP and the reference APIM are ready once their image is there. */
const warmStart = 6;

/** A time that is taken while others compute says nothing about ours. */
const isBusy = (loadavg()[0] ?? 0) > 3 * availableParallelism();

test.after(() => rm(folder, { recursive: true }));

const secondsOf = (said: string, phase: string): number => {
  const [, seconds] = new RegExp(String.raw`\b${phase} ([\d.]+) s`).exec(said) ?? [];
  assert.ok(seconds !== undefined, `no time of the phase "${phase}" in:\n${said}`);
  return Number(seconds);
};

test(
  'the tutorial with images only: the verdicts of the run without, a quick start, nothing left',
  options,
  async (t) => {
    const image = await buildOwnImage();
    const out = join(folder, 'images');
    const inProcess = await tellTutorial(join(folder, 'in-process'), [], {});
    const contained = await tellTutorial(out, images, {});
    assert.equal(inProcess.exitCode, 0, inProcess.said);
    assert.equal(contained.exitCode, 0, contained.said);
    assert.ok([...contained.verdicts.values()].includes('pass'));
    // In this process the product has no log of its own.
    const isOfLogs = ([id]: readonly [string, string]) => id === 'X-10';
    assert.deepEqual([...inProcess.verdicts].filter(isOfLogs), [['X-10', 'not-applicable']]);
    assert.deepEqual([...contained.verdicts].filter(isOfLogs), [['X-10', 'pass']]);
    const others = ({ verdicts }: Told) => [...verdicts].filter((one) => !isOfLogs(one));
    assert.deepEqual(others(contained), others(inProcess));

    const times = ['image', 'start', 'walk', 'judge'].map(
      (phase) => [phase, secondsOf(contained.said, phase)] as const,
    );
    t.diagnostic(`wall time: ${times.map(([phase, seconds]) => `${phase} ${seconds} s`).join(' · ')}`);
    const toReady = secondsOf(contained.said, 'image') + secondsOf(contained.said, 'start');
    if (isBusy) t.diagnostic(`ready after ${toReady} s, not judged: the machine was busy with other things`);
    else assert.ok(toReady < warmStart, `ready after ${toReady} s`);

    const { recording } = contained;
    assert.deepEqual(recording.sut, { kind: 'reference', version: 'image', mode: 'as-apim-3.20' });
    assert.deepEqual(recording.idp, { kind: 'mock', version: 'image', mode: 'gravitee' });
    const [log] = recording.productLogs ?? [];
    assert.equal(log?.part, `reference-apim (${image})`);
    assert.ok(log.searched > 10, `${log.searched} lines of the product were searched`);
    const logs = await readPartLogs(out);
    assert.deepEqual(logs.map(({ part, state }) => [part, state]).sort(), [
      [`mock-idp (${image})`, 'running'],
      [`reference-apim (${image})`, 'running'],
    ]);
    const page = await readFile(join(out, 'index.html'), 'utf8');
    assert.ok(page.includes(`mock-idp (${image}) · running`));
    assert.deepEqual(await leftOf(), []);
  },
);

test('after a story that fails nothing is left, and the report has the containers', options, async () => {
  const out = join(folder, 'failed');
  const { code, stderr } = await dcrh(['run', 'tutorial', ...images, '--fault', 'token-invalid-client', '--out', out]);
  assert.equal(code, 3, stderr);
  assert.ok(stderr.includes('the provider was refused'), stderr);
  const verdicts = JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')) as { parts?: unknown[] };
  assert.equal(verdicts.parts?.length, 2);
  assert.deepEqual(await leftOf(), []);
});

test('after Ctrl-C while a story is walked nothing is left', options, async () => {
  const run = startDcrh(['run', 'tutorial', ...images, '--out', join(folder, 'interrupted')]);
  await run.said(midway);
  assert.equal((await leftOf()).length, 3);
  run.signal('SIGINT');
  assert.equal((await run.ended).code, 130);
  assert.deepEqual(await leftOf(), []);
});

const somethingThere = () =>
  until({
    what: 'the first container',
    look: async () => ((await leftOf()).some((one) => one.startsWith('container')) ? undefined : 'none'),
    deadline: 30_000,
    interval: 20,
  });

test('after Ctrl-C while containers are started nothing is left', options, async () => {
  const run = startDcrh(['run', 'tutorial', ...images, '--out', join(folder, 'early')]);
  await somethingThere();
  run.signal('SIGINT');
  const { code, stderr } = await run.ended;
  assert.equal(code, 130, stderr);
  assert.ok(!stderr.includes(midway), stderr);
  assert.deepEqual(await leftOf(), []);
});

test('what a killed run leaves is found and removed; that of a living one is not touched', options, async () => {
  const run = startDcrh(['run', 'tutorial', ...images, '--out', join(folder, 'killed')]);
  await run.said(midway);
  // It lives, and is there for as long as this takes.
  run.signal('SIGSTOP');
  const left = await leftOf();
  const busy = await dcrh(['clean']);
  // Before anything is asserted: what is held still outlives this process.
  run.signal('SIGKILL');
  await run.ended;
  assert.equal(busy.stdout, 'Nothing is left of any run.\n');
  assert.match(busy.stderr, /left alone, as their run is still going on/);
  assert.deepEqual(await leftOf(), left);
  const dry = await dcrh(['clean', '--dry-run']);
  assert.equal(dry.stdout.match(/^would remove (?:container|network) /gm)?.length, left.length, dry.stdout);
  assert.deepEqual(await leftOf(), left);
  const clean = await dcrh(['clean']);
  assert.equal(clean.code, 0, clean.stderr);
  assert.equal(clean.stdout.match(/^removed (?:container|network) \S+ \(run \w+\)$/gm)?.length, left.length);
  assert.deepEqual(await leftOf(), []);
});

test('a container that dies under a story is seen in the report', options, async () => {
  const { findEngine } = await import('../../src/target/containers/engine.ts');
  const { findLeft } = await import('../../src/target/containers/sweep.ts');
  const out = join(folder, 'died');
  const run = startDcrh(['run', 'tutorial', ...images, '--timeout', '4000', '--out', out]);
  await run.said(midway);
  const engine = await findEngine();
  const apim = (await findLeft(engine, 'dcr-harness.part=reference-apim')).find(({ kind }) => kind === 'container');
  assert.ok(apim !== undefined);
  await engine.container.getById(apim.id).kill();
  const { code, stderr } = await run.ended;
  assert.equal(code, 3, stderr);
  const parts = (await readPartLogs(out)).map(({ part, state }) => `${part.split(' ')[0] ?? ''} ${state}`);
  assert.deepEqual(parts.sort(), ['mock-idp running', 'reference-apim exited (137)']);
  assert.deepEqual(await leftOf(), []);
});
