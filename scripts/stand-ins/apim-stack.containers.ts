import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Inconclusive } from '../../src/errors.ts';
import { openGroup } from '../../src/target/containers/group.ts';
import { findEngine } from '../../src/target/containers/engine.ts';
import { findLeft } from '../../src/target/containers/sweep.ts';
import { runLabel } from '../../src/target/containers/labels.ts';
import type { ApimImages } from '../../src/target/sut/apim/containers.ts';
import { startApimStack } from '../../src/target/sut/apim/stack.ts';
import { buildStandIns, type StandIn } from './images.ts';

const registry = 'dcr-harness/stand-ins';
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
  { name: `${registry}/elasticsearch`, role: 'elasticsearch', tag: '1' },
  ...product('4.11.0').map((one) => (one.role === 'management' ? ({ ...one, role: 'broken' } as const) : one)),
  { name: `${registry}/apim-management-api`, role: 'management', tag: '4.10.0' },
];

before(async () => buildStandIns(await findEngine(), images));

after(() => {
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
  use: (sut: Awaited<ReturnType<typeof startApimStack>>) => Promise<void>,
): Promise<void> {
  const seen: { run?: string } = {};
  const engine = await findEngine();
  try {
    await using containers = await openGroup();
    seen.run = containers.run;
    await using sut = await startApimStack(images, { admin, containers });
    await use(sut);
  } finally {
    assert.deepEqual(await findLeft(engine, `${runLabel}=${seen.run ?? ''}`), []);
  }
}

const baseUrlAt = async (url: string) => ((await (await fetch(url)).json()) as { baseURL: string }).baseURL;

for (const tag of ['4.12.17', '3.20.32'])
  test(`${tag}: API, Console and Portal start, and the pages know the port that the API got`, async () => {
    await withStack(wanted(tag), async (sut) => {
      assert.equal(sut.party.kind, 'apim');
      assert.equal(await baseUrlAt(`${sut.consoleUrl}/constants.json`), sut.managementUrl);
      assert.equal(await baseUrlAt(`${sut.portalUrl}/assets/config.json`), sut.portalApiUrl);
      const logs = await sut.logs();
      assert.ok(logs.some(({ lines }) => lines.some((line) => line.includes('Started Gravitee.io'))));
      assert.ok(logs.every(({ state }) => state === 'running'));
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

test('without a licence 4.12 is told in one sentence, 3.20 is not asked for one', async () => {
  await rejectsWith(wanted('4.12.17', { licence: undefined }), /no licence for the feature.+--licence/);
  await withStack(wanted('3.20.32', { licence: undefined }), () => Promise.resolve());
});

test('an image that is not there is named, with what to check, long before the other parts are ready', async () => {
  const took = await rejectsWith(
    wanted('4.10.0'),
    /^The container (?:management-ui|portal-ui) \(image dcr-harness\/stand-ins\/apim-\w+-ui:4\.10\.0\) could not be started: its image is not here and could not be pulled/,
  );
  assert.ok(took < 60_000, `${took} ms`);
});

test('a product that ends at once is told with its last line', async () => {
  await rejectsWith(wanted('4.11.0'), /management-api .+ ended .+\n.*could not find or load main class/s);
});
