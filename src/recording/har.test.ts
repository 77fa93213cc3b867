import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { UsageError } from '../errors.ts';
import { parseRecording } from './files.ts';
import { readHar } from './har.ts';
import { observe, planOf } from './observations.ts';
import { see } from './see.ts';

const path = `${import.meta.dirname}/test-data/apim-3.20.32.har`;
const text = readFileSync(path, 'utf8');
const seen = see([readHar(text, path)]);

test('every exchange of the recorded product gets its role', () => {
  const counts = Object.fromEntries(
    Map.groupBy(seen.exchanges, ({ role }) => role)
      .entries()
      .map(([role, list]) => [role, list.length]),
  );
  assert.deepEqual(counts, { discovery: 8, token: 17, registration: 11, management: 2, renewal: 1 });
});

test('application types are read from the request, whatever their spelling', () => {
  const types = seen.of('registration').map(({ applicationType }) => applicationType);
  const fourTypes = ['backend_to_backend', 'web', 'browser', 'native'];
  assert.deepEqual(types, [...fourTypes, ...fourTypes, 'backend_to_backend', 'backend_to_backend', 'web']);
});

test('pages become steps', () => {
  assert.equal(seen.of('management')[0]?.step?.title, 'update with client_id in the request, as the pages send it');
});

test('an import sets out nothing, so nothing is excused', () => {
  assert.equal(planOf(seen), null);
  assert.ok(observe(seen).has('decisive-basic-credentials'));
  assert.ok(!observe(seen).has('three-views'));
});

test('no secret of the file is left, and the same file gives the same marks', () => {
  const stored = JSON.stringify(seen.recordings);
  for (const secret of [
    's3cret',
    'YXBpbTpzM2NyZXQ',
    'CyFPPP97_bEaNqPvPm',
    'static-token-1',
    'bD80xcPxVGKC3Fkn1APz95hblbdqBNuMb3h9DkW',
  ])
    assert.ok(!stored.includes(secret), secret);
  assert.equal(JSON.stringify([readHar(text, path)]), stored);
});

test('entries for other origins than the IdP’s are left out', () => {
  const har = JSON.parse(text) as { log: { entries: { request: { url: string } }[] } };
  const [first] = har.log.entries;
  const stranger = {
    ...first,
    request: { ...first?.request, url: 'https://cdn.example/logo.svg' },
    response: { status: 200, headers: [], content: {} },
  };
  const withStranger = { log: { ...har.log, entries: [...har.log.entries, stranger] } };
  const read = readHar(JSON.stringify(withStranger), path);
  assert.equal(read.exchanges.length, 39);
  assert.match(read.note ?? '', /^1 entries/);
});

for (const [says, content, sentence] of [
  ['no JSON', 'hello', /x\.har is not JSON/],
  ['another JSON', '{"a":1}', /x\.har is not a HAR 1\.2 file: log: /],
  ['a recording of another version', '{"format":"dcr-harness/recording","version":99}', /version 99/],
  ['a damaged recording', '{"format":"dcr-harness/recording","version":1}', /x\.har is a damaged recording/],
] as const)
  test(`refuses ${says} in one sentence`, () => {
    assert.throws(
      () => parseRecording(content, 'x.har'),
      (error) => error instanceof UsageError && sentence.test(error.message),
    );
  });
