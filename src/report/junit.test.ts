import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from 'xmlbuilder2';
import { z } from 'zod';
import { junitXml } from './junit.ts';
import { bodyBreach, hostile, sampleResult, sampleVerdict, sampleVerdicts } from './test-data.ts';

/** How xmlbuilder2 tells one test case: attributes by `@`, children by name. */
const testcase = z.looseObject({ '@name': z.string(), '@classname': z.string() });
const suite = z.looseObject({
  '@tests': z.string(),
  '@failures': z.string(),
  '@errors': z.string(),
  '@skipped': z.string(),
  testcase: z.union([z.array(testcase), testcase.transform((only) => [only])]),
});
const file = z.object({ testsuites: z.object({ testsuite: suite }) });

const read = (xml: string) => file.parse(create(xml).end({ format: 'object' })).testsuites.testsuite;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The reader of xmlbuilder2 4.0 leaves the entities in attributes as they are written. */
const decoded = (attribute: string) => attribute.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

const childrenOf = (xml: string) =>
  read(xml).testcase.map((found) => [
    found['@name'].slice(0, 4),
    ['failure', 'error', 'skipped', 'system-out'].filter((name) => name in found).join(),
  ]);

test('every outcome is what a CI system takes it for', () => {
  assert.deepEqual(childrenOf(junitXml(sampleResult())), [
    ['D-01', ''],
    ['R-14', 'failure'],
    ['R-20', 'skipped'],
    ['T-02', 'system-out'],
    ['U-01', 'failure'],
    ['V-01', 'skipped'],
  ]);
});

test('the suite counts what its cases are', () => {
  const {
    '@tests': tests,
    '@failures': failures,
    '@errors': errors,
    '@skipped': skipped,
  } = read(junitXml(sampleResult()));
  assert.deepEqual({ tests, failures, errors, skipped }, { tests: '6', failures: '2', errors: '0', skipped: '2' });
});

test('advice that was not observed is skipped, and a broken rule of the harness is an error', () => {
  const verdicts = [
    sampleVerdict('A-01', { outcome: 'not-observed', level: 'SHOULD', because: 'never seen' }),
    sampleVerdict('A-02', { outcome: 'inconclusive', because: 'a bug' }),
  ];
  assert.deepEqual(childrenOf(junitXml(sampleResult(verdicts))), [
    ['A-01', 'skipped'],
    ['A-02', 'error'],
  ]);
});

test('a failure has what was found as its message and the six lines as its text', () => {
  const xml = junitXml(sampleResult(sampleVerdicts.filter(({ id }) => id === 'R-14')));
  const [found] = read(xml).testcase;
  const failure = z.object({ '@message': z.string(), '@type': z.string(), '#': z.string() }).parse(found?.['failure']);
  assert.equal(decoded(failure['@message']), '"https://app.example/cb/"');
  assert.equal(failure['@type'], 'MUST');
  assert.match(failure['#'], /expected {2}"https:\/\/app\.example\/cb"\n {2}found/);
});

test('text of a target stays text, and characters that XML forbids are replaced', () => {
  const verdict = sampleVerdict('R-66', {
    title: hostile,
    outcome: 'fail',
    breaches: [bodyBreach('/client_name', hostile, hostile)],
    breachCount: 1,
  });
  const xml = junitXml(sampleResult([verdict]));
  assert.doesNotMatch(xml, /<script|<img/);
  assert.doesNotMatch(xml, /[\u0000\u001b]/);
  const [found] = read(xml).testcase;
  assert.equal(
    decoded(found?.['@name'] ?? ''),
    `R-66 ${hostile.replaceAll('\u0000', '\ufffd').replaceAll('\u001b', '\ufffd')}`,
  );
});
