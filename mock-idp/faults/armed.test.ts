import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createArmed } from './armed.ts';
import type { Fault } from './fault.ts';

const fault = (name: string, limits: Partial<Fault> = {}): Fault => ({ name, says: '', at: 'management', ...limits });

test('a request meets the faults of its endpoint and method, in the order they were armed', () => {
  const armed = createArmed();
  const put = fault('put', { methods: ['PUT'] });
  armed.arm([put, fault('any')]);
  armed.arm([fault('other', { at: 'token' })]);
  const met = (method: string) => armed.meet('management', method).map(({ name }) => name);
  assert.deepEqual([met('PUT'), met('GET')], [['put', 'any'], ['any']]);
  assert.deepEqual(armed.meet(undefined, 'GET'), []);
});

test('a fault is used up by the requests it meets, and by no others', () => {
  const armed = createArmed();
  armed.arm([fault('twice', { times: 2, methods: ['PUT'] })]);
  const met = ['GET', 'PUT', 'PUT', 'PUT'].map((method) => armed.meet('management', method).length);
  assert.deepEqual(met, [0, 1, 1, 0]);
  assert.deepEqual(armed.all(), []);
});

test('a fault that is armed again is whole again', () => {
  const armed = createArmed();
  const once = fault('once', { times: 1 });
  armed.arm([once]);
  armed.meet('management', 'PUT');
  armed.arm([once]);
  assert.equal(armed.meet('management', 'PUT').length, 1);
  armed.arm([once]);
  armed.disarm();
  assert.deepEqual(armed.meet('management', 'PUT'), []);
});
