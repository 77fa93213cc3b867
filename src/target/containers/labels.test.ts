import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { isOwned, labelsOf, ownerLabel } from './labels.ts';

test('what a living process made is owned; what a dead one or nobody made is not', async () => {
  assert.equal(isOwned(labelsOf('r')), true);
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  const own = labelsOf('r')[ownerLabel] ?? '';
  await once(child, 'exit');
  assert.equal(isOwned({ [ownerLabel]: own.replace(/\d+$/, String(child.pid)) }), false);
  assert.equal(isOwned({}), false);
});

test('nobody here knows whether a process of another machine lives', () => {
  assert.equal(isOwned({ [ownerLabel]: 'another-machine.example:1' }), true);
});
