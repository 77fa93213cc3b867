import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { cacheFileOf, readCache, writeCache } from './bundle-cache.ts';

test('a stored bundle is used until its recipe or one of its inputs changes', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  const input = join(folder, 'input.ts');
  const name = `test-${process.pid}`;
  t.after(() => {
    rmSync(folder, { recursive: true });
    rmSync(cacheFileOf(name), { force: true });
  });
  writeFileSync(input, '1');
  writeCache(name, 'recipe', [input], 'code');
  assert.equal(readCache(name, 'recipe'), 'code');
  assert.equal(readCache(name, 'other'), undefined);
  writeFileSync(input, '2');
  assert.equal(readCache(name, 'recipe'), undefined);
  rmSync(input);
  assert.equal(readCache(name, 'recipe'), undefined);
});
