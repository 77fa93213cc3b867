import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idpChecks } from './index.ts';
import { operations } from './operations/operations.ts';

const ids: ReadonlySet<string> = new Set(idpChecks.map(({ id }) => id));

test('every rule that an operation depends on exists', () => {
  const named = operations.flatMap(({ needs }) => needs.flatMap(({ rules = [] }) => rules));
  assert.ok(named.length > 8);
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  );
});

test('every related check exists', () => {
  for (const { id, related = [] } of idpChecks)
    assert.deepEqual(
      related.filter((other) => !ids.has(other)),
      [],
      id,
    );
});
