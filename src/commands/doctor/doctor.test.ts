import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { codeOf, findingText, type Finding } from './finding.ts';
import { browserFinding, memoryFinding, nodeFinding } from './here.ts';
import { licenceFinding } from './licence.ts';

const cli = join(import.meta.dirname, '..', '..', 'cli.ts');
const finding = (how: Finding['how']): Finding => ({ what: 'x', how, says: 'y' });

for (const [version, how] of [
  ['20.20.2', 'missing'],
  ['22.21.0', 'missing'],
  ['22.22.0', 'good'],
  ['24.0.1', 'good'],
] as const)
  test(`Node ${version} is ${how}`, () => {
    assert.equal(nodeFinding(version).how, how);
  });

test('what is not good says what to do', () => {
  const bad = [
    nodeFinding('18.0.0'),
    memoryFinding(512, 100),
    browserFinding({ headed: false, executablePath: '/nowhere/chrome' }),
    licenceFinding('/nowhere/license.key'),
  ];
  for (const one of bad) {
    assert.equal(one.how, 'missing');
    assert.match(findingText(one), /^✗ .+\n {14}→ \S.+\n$/);
  }
});

test('a licence file is looked at', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dcrh-doctor-'));
  const file = join(folder, 'license.key');
  writeFileSync(file, '');
  assert.equal(licenceFinding(file).how, 'missing');
  writeFileSync(file, 'content');
  assert.equal(licenceFinding(file).how, 'good');
  assert.match(licenceFinding(file).says, /license\.key, 7 bytes/);
  rmSync(folder, { recursive: true });
});

test('a release that needs a licence is not good without one; one by reference is looked at too', () => {
  assert.match(findingText(licenceFinding(undefined, '4.12.17')), /^✗ licence .+APIM 4\.12\.17.+\n +→ give --licence/);
  assert.equal(licenceFinding(undefined).how, 'good');
  process.env['DOCTOR_TEST_LICENCE'] = Buffer.from('content').toString('base64');
  assert.match(licenceFinding('${DOCTOR_TEST_LICENCE}', '4.12.17').says, /, 7 bytes/);
  process.env['DOCTOR_TEST_LICENCE'] = 'no base64!';
  assert.equal(licenceFinding('${DOCTOR_TEST_LICENCE}', '4.12.17').how, 'missing');
});

test('what only containers need decides only when they are wanted', () => {
  assert.equal(codeOf([finding('good'), finding('wanted')], false), 0);
  assert.equal(codeOf([finding('good'), finding('wanted')], true), 3);
  assert.equal(codeOf([finding('missing')], false), 3);
});

test('the command names the missing engine and what to do; with --containers it is needed', () => {
  const doctor = (...args: string[]) =>
    spawnSync(process.execPath, [cli, 'doctor', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DOCKER_HOST: 'unix:///nowhere.sock', DCRH_BROWSER_PATH: process.execPath },
    });
  const { status, stdout, stderr } = doctor();
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^! engine +There is no container engine at unix:\/\/\/nowhere\.sock\.\n +→ Start Docker/m);
  for (const what of ['Node', 'browser', 'memory', 'ports', 'licence'])
    assert.match(stdout, new RegExp(`^✓ ${what} `, 'm'));
  assert.equal(doctor('--containers').status, 3);
});

test('it takes the options of a run, and refuses what that refuses', () => {
  const { status, stderr } = spawnSync(process.execPath, [cli, 'doctor', '--sut', 'apim:3.19.1'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /^dcrh: APIM 3\.19\.1 is not known/);
});
