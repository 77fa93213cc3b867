import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../check/judge.ts';
import type { Profile } from '../../check/level.ts';
import type { Outcome } from '../../check/verdict.ts';
import { observe } from '../../recording/observations.ts';
import { see } from '../../recording/see.ts';
import { find } from '../index.ts';
import { goldenStory } from './golden.ts';
import type { Change } from './mutations.ts';

/** What a check says, in `oidc` unless told, of the good story with some changes. */
export interface Case {
  readonly says: string;
  readonly outcome: Outcome;
  readonly profile?: Profile;
  readonly changes: readonly Change[];
}

export function cases(id: string, ...list: readonly Case[]): void {
  for (const { says, outcome, profile = 'oidc', changes } of list)
    void test(`${id} ${outcome}: ${says}`, () => {
      const check = find(id);
      assert.ok(check !== undefined);
      const seen = see(changes.reduce((story, change) => change(story), goldenStory()));
      const verdict = judge(check, { seen, observed: observe(seen), plan: null, profile, strict: false });
      assert.equal(verdict.outcome, outcome, verdict.because);
    });
}
