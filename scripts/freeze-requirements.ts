/**
 * Writes what the rule book promises today as the requirement set of a release: `node scripts/freeze-requirements.ts 2026-12`.
 * A set that exists is only written again with --again, before its release is out: who gates on it must find the same.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { books } from '../src/catalogue/books.ts';
import { requirementOf } from '../src/catalogue/requirements/requirement.ts';

const [name = '', again] = process.argv.slice(2);
const path = join('src', 'catalogue', 'requirements', `${name}.generated.ts`);

function refusal(): string | undefined {
  if (!/^\d{4}-\d{2}$/.test(name)) return 'Give the year and the month of the release, such as 2026-12.';
  if (existsSync(path) && again !== '--again') return `${path} exists: a requirement set is frozen.`;
  return undefined;
}

const checks = Object.values(books).flat();
const problem = refusal();
if (problem === undefined) {
  const text = [
    `// What release ${name} promised, written by scripts/freeze-requirements.ts; do not edit.`,
    "import type { Requirement } from './requirement.ts';",
    '',
    `export const release: readonly Requirement[] = ${JSON.stringify(checks.map(requirementOf))};`,
  ].join('\n');
  writeFileSync(path, await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true }));
  process.stdout.write(`${path}: ${checks.length} requirements\n`);
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
