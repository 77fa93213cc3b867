import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientChecks } from '../../src/catalogue/client/index.ts';
import { pageFamilies, restFamilies, untried } from './fault-families.ts';

const tried = new Set(
  [...pageFamilies, ...restFamilies].flatMap(({ trials }) => trials.map(({ fault }) => fault.name)),
);

test('every fault that a check needs is armed by a story, or left out for a reason', () => {
  const needed = clientChecks.flatMap(({ needs }) =>
    needs.filter((need) => need.startsWith('fault:')).map((need) => need.slice('fault:'.length)),
  );
  assert.ok(needed.length > 80);
  assert.deepEqual(
    needed.filter((name) => !tried.has(name)),
    Object.keys(untried),
  );
});
