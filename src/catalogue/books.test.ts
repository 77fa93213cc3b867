import assert from 'node:assert/strict';
import { test } from 'node:test';
import { books, sides } from './books.ts';
import { byId } from './define.ts';
import { find } from './index.ts';

const every = Object.values(books).flat();

test('an id and a slug mean one rule, whichever side it is about', () => {
  const names = every.flatMap(({ id, slug }) => [id, slug]);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  for (const check of every) {
    assert.equal(find(check.id.toLowerCase()), check);
    assert.equal(find(check.slug.toUpperCase()), check);
  }
});

for (const side of sides)
  test(`the rules for the side ${side} are sorted, and read as sentences`, () => {
    assert.deepEqual(books[side], books[side].toSorted(byId));
    for (const { id, slug, title, why, mutant } of books[side]) {
      assert.match(id, /^[A-Z]{1,2}-\d\d$/);
      assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, id);
      assert.doesNotMatch(title, /^[A-Z]|\.$/, id);
      assert.match(why, /^[A-Z].*\.$/, id);
      assert.doesNotMatch(mutant.says, /\.$/, id);
    }
  });
