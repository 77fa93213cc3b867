import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { chosenStories, idsOf, storyIds } from './stories.ts';

const scenarios = join(import.meta.dirname, '..', '..', 'scenarios', 'client');

/** Tags stand in the scenarios as text, or in a table of ids that a scenario walks. */
const texts = globSync('*.ts', { cwd: scenarios }).map((file) => readFileSync(join(scenarios, file), 'utf8'));

test('every story has a scenario', () => {
  const missing = storyIds.filter((id) => !texts.some((text) => text.includes(`'${id}'`) || text.includes(`@${id}'`)));
  assert.deepEqual(missing, []);
});

test('the tutorial’s stories are walked when nothing is said', () => {
  const none = { named: [], groups: [], all: false };
  assert.deepEqual(chosenStories(none), ['tutorial', 'console-backend-to-backend', 'portal-web']);
  assert.deepEqual(chosenStories({ ...none, all: true }), storyIds);
  assert.deepEqual(chosenStories({ ...none, groups: ['login'] }), idsOf(['login']));
});

test('stories are walked in the order of the list, whatever order they are named in', () => {
  const chosen = chosenStories({ named: ['portal-edit', 'portal-web'], groups: [], all: false });
  assert.deepEqual(chosen, ['portal-web', 'portal-edit']);
});

test('a name that is none is said to be none', () => {
  assert.throws(() => chosenStories({ named: ['portal-webb'], groups: [], all: false }), /no story "portal-webb"/);
});
