import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive } from '../../errors.ts';
import { engineTrouble } from './engine.ts';
import { messageOf, stateOf } from './state.ts';
import { startFailed, whyRefused } from './trouble.ts';

test('a start that failed names the container, its image, why, its state and what it wrote last', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const error = startFailed({
    name: 'api',
    image: 'apim:1',
    why: 'was not ready within 2 s',
    log: { part: 'api (apim:1)', state: 'exited (1)', lines },
  });
  assert.ok(error instanceof Inconclusive);
  assert.ok(error.message.startsWith('The container api (image apim:1) was not ready within 2 s. State: exited (1).'));
  assert.equal(error.message.split('\n').length, 21);
  assert.ok(error.message.endsWith('  | line 29'));
});

for (const [said, expected] of [
  ['(HTTP code 404) no such container - No such image: apim:9', /image is not here and could not be pulled/],
  ['pull access denied for apim', /Check name, tag and registry/],
  ['Failed to start Reaper: testcontainers/ryuk:0.14.0 not found', /TESTCONTAINERS_RYUK_DISABLED=true/],
  ['write /var/lib/x: no space left on device', /disk is full/],
  ['exec: "/nope": no such file', /^could not be started: exec/],
] as const)
  test(`an engine that says "${said}" is understood`, () => {
    assert.match(whyRefused(said), expected);
  });

for (const [code, expected] of [
  ['EACCES', /may not be used by this user/],
  ['ENOENT', /no container engine at unix:\/\/\/x/],
  ['ECONNREFUSED', /is stopped/],
  ['ETIMEDOUT', /cannot be reached \(ETIMEDOUT\)/],
  [undefined, /does not answer as a container engine/],
] as const)
  test(`an engine that cannot be used (${code ?? 'answers nonsense'}) is told with what to do`, () => {
    assert.match(engineTrouble('unix:///x', code), expected);
  });

test('an engine by ssh is told the way that works', () => {
  assert.match(
    engineTrouble('ssh://me@build-3.example', 'ETIMEDOUT'),
    /do not speak ssh.+ssh -NL 2375:.+DOCKER_HOST=tcp/,
  );
});

test('a state says how a container ended', () => {
  assert.equal(stateOf({ Status: 'running', Running: true, ExitCode: 0 }).text, 'running');
  assert.equal(stateOf({ Status: 'exited', ExitCode: 137, OOMKilled: true }).text, 'exited (137, out of memory)');
  assert.equal(stateOf({ Status: 'created', Error: 'no such file' }).trouble, 'no such file');
});

test('the words of an engine fit in a sentence', () => {
  assert.equal(
    messageOf(new Error('(HTTP code 500) server error - runc create failed: permission denied . ')),
    'runc create failed: permission denied',
  );
  assert.equal(messageOf('no answer'), 'no answer');
});
