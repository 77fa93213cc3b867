import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from './index.ts';
import { requiredIds, requirementSets } from './requirements.ts';
import { requirementOf, type Requirement } from './requirements/requirement.ts';

/** What of a frozen set the rule book no longer holds to. */
const broken = (set: readonly Requirement[], now: (id: string) => Requirement | undefined) =>
  set.filter((frozen) => JSON.stringify(now(frozen.id)) !== JSON.stringify(frozen)).map(({ id }) => id);

const today = (id: string) => {
  const check = find(id);
  return check && requirementOf(check);
};

for (const [name, set] of requirementSets)
  test(`the rule book still says what the release ${name} promised`, () => {
    assert.ok(set.length > 200);
    assert.deepEqual(broken(set, today), []);
  });

test('a check of a frozen set that is weakened, moved, renamed or gone is noticed', () => {
  const [first] = requirementSets.get('2026-12') ?? [];
  assert.ok(first !== undefined);
  const changes: readonly (Requirement | undefined)[] = [
    { ...first, level: 'MAY' },
    { ...first, levelIn: { oauth: 'MAY' } },
    { ...first, spec: ['RFC 7591 §9'] },
    { ...first, slug: 'another' },
    { ...first, profiles: [] },
    undefined,
  ];
  for (const change of changes)
    assert.deepEqual(
      broken([first], () => change),
      [first.id],
    );
});

test('ids of a set are unique, and a set has a name', () => {
  for (const [name, set] of requirementSets) assert.equal(requiredIds(name)?.size, set.length);
  assert.equal(requiredIds('1999-01'), undefined);
});
