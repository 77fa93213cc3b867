import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { recordingSchema } from '../../src/recording/recording.ts';
import { Inconclusive } from '../../src/errors.ts';
import { openGroup } from '../../src/target/containers/group.ts';
import { findEngine } from '../../src/target/containers/engine.ts';
import { findLeft } from '../../src/target/containers/sweep.ts';
import { runLabel } from '../../src/target/containers/labels.ts';
import type { ApimImages } from '../../src/target/sut/apim/containers.ts';
import { attachApim } from '../../src/target/sut/apim/attached.ts';
import { apimFromImages } from '../../src/target/sut/apim/stack.ts';
import type { PartLog } from '../../src/recording/part-log.ts';
import type { RunningSut } from '../../src/target/sut/sut.ts';
import { dcrh } from './command.ts';
import { leftOf, withoutEngine } from './engine.ts';
import { buildStandIns, type StandIn } from '../stand-ins/images.ts';

const registry = 'dcr-harness/stand-ins';
const options = { skip: withoutEngine };
const admin = { username: 'admin', password: 'admin' };
const licence = Buffer.from('a licence').toString('base64');
const mongo = `${registry}/mongo:1`;
const elasticsearch = `${registry}/elasticsearch:1`;

const product = (tag: string): StandIn[] => [
  { name: `${registry}/apim-management-api`, role: 'management', tag },
  { name: `${registry}/apim-management-ui`, role: 'console', tag },
  { name: `${registry}/apim-portal-ui`, role: 'portal', tag },
];

const images: StandIn[] = [
  ...product('4.12.17'),
  ...product('3.20.32'),
  { name: `${registry}/mongo`, role: 'mongo', tag: '1' },
  { name: `${registry}/postgres`, role: 'postgres', tag: '1' },
  { name: `${registry}/elasticsearch`, role: 'elasticsearch', tag: '1' },
  ...product('4.11.0').map((one) => (one.role === 'management' ? ({ ...one, role: 'broken' } as const) : one)),
  { name: `${registry}/apim-management-api`, role: 'management', tag: '4.10.0' },
];

before(async () => {
  if (withoutEngine === false) await buildStandIns(await findEngine(), images);
});

after(() => {
  if (withoutEngine !== false) return;
  execFileSync('docker', ['rmi', '-f', ...images.map(({ name, tag }) => `${name}:${tag}`)]);
});

const wanted = (tag: string, more: Partial<ApimImages> = {}): ApimImages => ({
  tag,
  registry,
  licence,
  mongo,
  elasticsearch,
  ...more,
});

/** Starts a stack, and shows that nothing of it is left. */
async function withStack(
  images: ApimImages,
  use: (sut: RunningSut, logs: readonly PartLog[]) => Promise<void>,
): Promise<void> {
  const seen: { run?: string } = {};
  const engine = await findEngine();
  try {
    await using containers = await openGroup();
    seen.run = containers.run;
    const start = await apimFromImages(images, admin)(containers);
    const { run } = await start();
    assert.ok(run.how === 'attach');
    await using sut = await attachApim(run, { admin });
    await use(sut, await containers.logs());
  } finally {
    assert.deepEqual(await findLeft(engine, `${runLabel}=${seen.run ?? ''}`), []);
  }
}

const baseUrlAt = async (url: string) => ((await (await fetch(url)).json()) as { baseURL: string }).baseURL;

for (const tag of ['4.12.17', '3.20.32'])
  test(`${tag}: API, Console and Portal start, and the pages know the port that the API got`, options, async () => {
    await withStack(wanted(tag), async (sut, logs) => {
      assert.equal(sut.party.mode, 'images');
      assert.equal(await baseUrlAt(`${sut.consoleUrl}/constants.json`), sut.managementUrl);
      assert.equal(await baseUrlAt(`${sut.portalUrl}/assets/config.json`), sut.portalApiUrl);
      assert.ok(logs.some(({ lines }) => lines.some((line) => line.includes('Started Gravitee.io'))));
      assert.ok(logs.every(({ state }) => state === 'running'));
      const written = (await sut.outputsSince?.(0)) ?? [];
      assert.deepEqual(
        written.map(({ part }) => part.split(' ')[0]),
        ['management-api', 'management-ui', 'portal-ui'],
      );
      assert.ok(written[0]?.text.includes('Started Gravitee.io'));
    });
  });

test('4.12.17 with PostgreSQL in place of MongoDB', options, async () => {
  await withStack(wanted('4.12.17', { postgres: `${registry}/postgres:1` }), (sut, logs) => {
    assert.equal(sut.party.mode, 'images');
    assert.ok(logs.some(({ part, state }) => part.startsWith('postgresql ') && state === 'running'));
    assert.ok(!logs.some(({ part }) => part.startsWith('mongodb ')));
    return Promise.resolve();
  });
});

const rejectsWith = async (images: ApimImages, pattern: RegExp) => {
  const begun = Date.now();
  await assert.rejects(
    withStack(images, () => Promise.resolve()),
    (error: unknown) => {
      assert.ok(error instanceof Inconclusive, String(error));
      assert.match(error.message, pattern);
      return true;
    },
  );
  return Date.now() - begun;
};

test('without a licence 4.12 is told in one sentence, 3.20 is not asked for one', options, async () => {
  await rejectsWith(wanted('4.12.17', { licence: undefined }), /no licence for the feature.+--licence/);
  await withStack(wanted('3.20.32', { licence: undefined }), () => Promise.resolve());
});

test(
  'an image that is not there is named, with what to check, long before the other parts are ready',
  options,
  async () => {
    const took = await rejectsWith(
      wanted('4.10.0'),
      /^The image dcr-harness\/stand-ins\/apim-\w+-ui:4\.10\.0 is not here and could not be pulled \(.+dcrh doctor/,
    );
    assert.ok(took < 60_000, `${took} ms`);
  },
);

test('a product that ends at once is told with its last line', options, async () => {
  await rejectsWith(wanted('4.11.0'), /management-api .+ ended .+\n.*could not find or load main class/s);
});

const root = join(import.meta.dirname, '..', '..');

/** The licence by reference, as a CI job gives it; a slow machine takes long for a page. */
const run = (...args: string[]) => dcrh(['run', '--timeout', '60000', ...args], { env: { STAND_IN_LICENCE: licence } });

const given = ['--registry', registry, '--mongo-image', mongo, '--elasticsearch-image', elasticsearch];

for (const portal of ['classic', 'next'])
  test(
    `the tutorial by image tag, ${portal} portal: started, walked by a browser, judged, removed`,
    options,
    async () => {
      const out = mkdtempSync(join(tmpdir(), 'dcrh-stack-'));
      try {
        const baseline = join(root, 'baselines', 'reference-as-apim-4.12.yaml');
        const { code, stderr, stdout } = await run(
          ...['tutorial', '--sut', 'apim:4.12.17', ...given, '--licence', '${STAND_IN_LICENCE}'],
          ...['--portal', portal, '--baseline', baseline, '--out', out],
        );
        assert.equal(code, 0, stderr + stdout);
        assert.match(stderr, /image [\d.]+ s · start [\d.]+ s · walk [\d.]+ s · judge/);
        const text = readFileSync(join(out, 'recordings', 'tutorial.json'), 'utf8');
        const { sut, outcome, applications } = recordingSchema.parse(JSON.parse(text));
        assert.deepEqual([sut?.kind, outcome], ['apim', 'complete']);
        assert.match(sut?.mode ?? '', /^images/);
        assert.equal(applications[0]?.portal?.clientId, applications[0]?.idp?.clientId);
        assert.ok(!text.includes(licence));
        assert.deepEqual(await leftOf(), []);
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    },
  );

test('images that are not there: one sentence and exit code 3, for APIM and for AM', options, async () => {
  for (const [args, image] of [
    [['--sut', 'apim:4.9.1', ...given], /apim-[\w-]+:4\.9\.1/],
    [['--idp', 'gravitee-am:4.6.34', ...given], /am-[\w-]+:4\.6\.34/],
  ] as const) {
    const { code, stderr } = await run('tutorial', ...args, '--out', join(tmpdir(), 'dcrh-stack-nothing'));
    assert.equal(code, 3, stderr);
    assert.match(stderr, image);
    assert.match(stderr, /is not here and could not be pulled/);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  }
});
