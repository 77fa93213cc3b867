/**
 * Writes what is derived from the code: the catalogue of checks as a page and as JSON, and the tables of the README.
 * With --check nothing is written; a file that would change is an error. So a weakened check shows in a review.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { catalogue } from '../src/catalogue/index.ts';
import { summaryOf } from '../src/commands/check-text.ts';
import { environmentSchema } from '../src/config/environment.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const specLinks = (check: (typeof catalogue)[number]) =>
  check.spec
    .map(({ document, section, url }) => `[${document}${section === '' ? '' : ` §${section}`}](${url})`)
    .join(', ');

const checksPage = () =>
  [
    '# The rule book',
    '',
    'Generated from `src/catalogue` by `npm run docs`; do not edit.',
    '',
    `${catalogue.length} checks judge a product as the registering client. \`dcrh explain ID\` tells all there is to one.`,
    '',
    '| id | level | a good product … | specification | profiles | its mutant … |',
    '| --- | --- | --- | --- | --- | --- |',
    ...catalogue.map((check) =>
      [
        '',
        check.id,
        check.level,
        cell(check.title),
        specLinks(check),
        check.profiles.join(', '),
        cell(check.mutant.says),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');

const environmentTable = () =>
  [
    '| variable | meaning |',
    '| --- | --- |',
    ...Object.entries(environmentSchema.shape).map(([name, schema]) => `| \`${name}\` | ${schema.description ?? ''} |`),
  ].join('\n');

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function filled(page: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return page.replace(pattern, (_all, before: string, after: string) => `${before}\n${content}\n\n${after}`);
}

const readme = () => filled(readFileSync('README.md', 'utf8'), 'environment', environmentTable());

const files: readonly [string, () => string, 'markdown' | 'json'][] = [
  ['docs/checks.md', checksPage, 'markdown'],
  ['docs/catalogue.generated.json', () => JSON.stringify(catalogue.map(summaryOf)), 'json'],
  ['README.md', readme, 'markdown'],
];

const onlyCheck = process.argv.includes('--check');
for (const [path, make, parser] of files) {
  const wanted = await format(make(), { parser, printWidth: 120 });
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
  if (!onlyCheck) writeFileSync(path, wanted);
  process.stderr.write(`${path} ${onlyCheck ? 'is not up to date: run "npm run docs"' : 'written'}\n`);
  if (onlyCheck) process.exitCode = 1;
}
