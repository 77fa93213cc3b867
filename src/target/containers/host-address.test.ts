import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive } from '../../errors.ts';
import { chooseHostAddress, isHere, machineAt } from './host-address.ts';

const facts = { own: ['192.0.2.7'], knowsDockerName: false, isRemote: false };

test('an engine on this machine: its own side of the network, which nobody else reaches', () => {
  assert.deepEqual(chooseHostAddress({ ...facts, gateway: '172.18.0.1', knowsDockerName: true }), {
    name: '172.18.0.1',
    listen: '172.18.0.1',
    isInside: true,
  });
});

test('an engine in a machine of its own: the name it gives to this one, else an address of this one', () => {
  assert.deepEqual(chooseHostAddress({ ...facts, knowsDockerName: true }), {
    name: 'host.docker.internal',
    listen: '0.0.0.0',
    isInside: true,
  });
  assert.deepEqual(chooseHostAddress({ ...facts, own: ['169.254.3.4', '192.0.2.7'] }), {
    name: '192.0.2.7',
    listen: '0.0.0.0',
    isInside: true,
  });
});

test('an engine on another machine: an address of this one, and what is sent there leaves the other', () => {
  assert.deepEqual(chooseHostAddress({ ...facts, knowsDockerName: true, isRemote: true }), {
    name: '192.0.2.7',
    listen: '0.0.0.0',
    isInside: false,
  });
});

test('what the user says comes before everything', () => {
  assert.deepEqual(chooseHostAddress({ ...facts, given: 'build-3.example', gateway: '172.18.0.1' }), {
    name: 'build-3.example',
    listen: '0.0.0.0',
    isInside: true,
  });
});

test('without any address there is a sentence that names the way out', () => {
  assert.throws(
    () => chooseHostAddress({ ...facts, own: [] }),
    (error: Error) => error instanceof Inconclusive && error.message.includes('DCRH_HOST_ADDRESS'),
  );
});

test('only an address of this machine is here', async () => {
  assert.equal(await isHere('127.0.0.1'), true);
  assert.equal(await isHere('203.0.113.9'), false);
});

for (const [address, isRemote, mayBeHere] of [
  ['unix:///var/run/docker.sock', false, true],
  ['npipe:////./pipe/docker_engine', false, true],
  ['tcp://127.0.0.1:2375', true, true],
  ['tcp://localhost:2376', true, true],
  ['tcp://[::1]:2375', true, true],
  ['tcp://build-3.example:2376', true, false],
] as const)
  test(`an engine at ${address} ${mayBeHere ? 'may be' : 'is not'} on this machine`, () => {
    assert.deepEqual(machineAt(address), { isRemote, mayBeHere });
  });
