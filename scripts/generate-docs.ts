/**
 * Writes what is derived from the code: the catalogue of checks as a page and as JSON, and the tables of the README.
 * With --check nothing is written; a file that would change is an error. So a weakened check shows in a review.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { books, type Side } from '../src/catalogue/books.ts';
import type { CatalogueCheck } from '../src/catalogue/define.ts';
import { summaryOf } from '../src/commands/check-text.ts';
import { environmentSchema } from '../src/config/environment.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const specLinks = (check: CatalogueCheck) =>
  check.spec
    .map(({ document, section, url }) => `[${document}${section === '' ? '' : ` §${section}`}](${url})`)
    .join(', ');

interface Page {
  readonly title: string;
  readonly judge: string;
  readonly subject: string;
}

const pages: Readonly<Record<Side, Page>> = {
  client: { title: 'The rule book', judge: 'a product as the registering client', subject: 'a good product' },
  idp: {
    title: 'The rule book for identity providers',
    judge: 'an identity provider (`dcrh idp`)',
    subject: 'a good identity provider',
  },
};

const checksPage = (side: Side) =>
  [
    `# ${pages[side].title}`,
    '',
    'Generated from `src/catalogue` by `npm run docs`; do not edit.',
    '',
    `${books[side].length} checks judge ${pages[side].judge}. \`dcrh explain ID\` tells all there is to one.`,
    '',
    `| id | level | ${pages[side].subject} … | specification | profiles | its mutant … |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...books[side].map((check) =>
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
  ['docs/checks.md', () => checksPage('client'), 'markdown'],
  ['docs/checks-idp.md', () => checksPage('idp'), 'markdown'],
  ['docs/catalogue.generated.json', () => JSON.stringify(books.client.map(summaryOf)), 'json'],
  ['docs/catalogue-idp.generated.json', () => JSON.stringify(books.idp.map(summaryOf)), 'json'],
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
