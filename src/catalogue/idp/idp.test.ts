import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idpExcluded } from './excluded/index.ts';
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

/** Rows of each area of the rule book; those of `added` were found while the others were built. */
const last = { ID: 23, IT: 24, IA: 20, IR: 47, IE: 48, IG: 17, IU: 25, IX: 9, IN: 9, IW: 20, AP: 20 };
const added: readonly string[] = [
  ...['IR-48', 'IR-49', 'IR-50', 'IR-51', 'IR-52'],
  'IA-21',
  ...['IE-49', 'IE-50', 'IE-51', 'IE-52'],
  ...['IW-21', 'IW-22'],
];

test('every row of all areas is built or excluded, once', () => {
  const rows = Object.entries(last).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(2, '0')}`),
  );
  const listed = [...ids, ...idpExcluded.map(({ id }) => id)];
  assert.deepEqual(listed.toSorted(), [...rows, ...added].toSorted());
});

test('slugs and titles are unique and readable', () => {
  for (const key of ['slug', 'title'] as const) {
    const values = idpChecks.map((check) => check[key]);
    assert.deepEqual(
      values.filter((value, index) => values.indexOf(value) !== index),
      [],
      key,
    );
  }
  for (const { id, slug, title, why } of idpChecks) {
    assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, id);
    assert.doesNotMatch(title, /^[A-Z]|\.$/, id);
    assert.match(why, /^[A-Z].*\.$/, id);
  }
});

test('a row is left out for a reason that a reader can follow', () => {
  for (const { id, because } of idpExcluded) assert.match(because, /^\S.{20,}[^.]$/, id);
});
