/**
 * Writes what is derived from the code: the catalogue of checks as a page and as JSON, and the tables of the README.
 * With --check nothing is written; a file that would change is an error. So a weakened check shows in a review.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { consoleGenerations } from '../fixtures/pages/console/versions.ts';
import { portalGenerations } from '../fixtures/pages/portal/versions.ts';
import { books, type Side } from '../src/catalogue/books.ts';
import { excluded } from '../src/catalogue/client/excluded.ts';
import { idpExcluded } from '../src/catalogue/idp/excluded/index.ts';
import { byId, type CatalogueCheck } from '../src/catalogue/define.ts';
import { disagreements } from '../src/catalogue/disagreements.ts';
import { selftest } from '../src/catalogue/selftest.ts';
import { unprovenIn, unprovenProfiles } from '../src/catalogue/unproven.ts';
import { profiles } from '../src/check/level.ts';
import { summaryOf } from '../src/commands/check-text.ts';
import { stories, type StoryEntry, type Ui } from '../src/commands/stories.ts';
import { environmentSchema } from '../src/config/environment.ts';
import { stackTables } from './stack-tables.ts';

const unproven = unprovenIn(selftest());

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

interface Offering {
  readonly since: string;
  readonly offers: readonly string[];
}

/** The first version of a UI in which a story can be walked; undefined: in none. */
const firstOf = (generations: readonly Offering[], { needs, since = '3.20' }: StoryEntry) => {
  const first = generations.find(({ offers }) => offers.includes(needs ?? 'create'))?.since;
  return first === undefined ? undefined : laterOf(first, since);
};

const numberOf = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
};

const laterOf = (a: string, b: string) => (numberOf(a) >= numberOf(b) ? a : b);

const uiCell = (story: StoryEntry, ui: Ui, generations: readonly Offering[]) => {
  const first = story.uis.includes(ui) ? firstOf(generations, story) : undefined;
  return first === undefined ? '' : `${first}+`;
};

const storiesPage = () =>
  [
    '# The stories',
    '',
    'Generated from `src/commands/stories.ts` and the tables of the page objects by `npm run docs`; do not edit.',
    '',
    '`dcrh run NAME…` walks some of them, `--group GROUP` those of a group, `--all` all. Without any, `dcrh run` walks the group `tutorial`.',
    'A column says from which version of the product on the pages of that UI offer what the story needs. `--portal next` walks the stories of',
    'the portal through the next-gen one. Every story can be walked in the modes `correct`, `as-apim-3.20` and `as-apim-4.12` of the embedded',
    'stand-in; what deviates there, and in which story, stands in `baselines/`.',
    '',
    `An APIM from 4.0 on that has no licence for client registration makes no provider. One that has a provider all the same is tested with`,
    `it (\`docs/stacks.md\`), without these stories: ${stories
      .filter(({ licence }) => licence)
      .map(({ id }) => `\`${id}\``)
      .join(', ')}.`,
    '',
    '| story | group | what happens | Console | classic portal | next-gen portal | REST API |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...stories.map((story) =>
      [
        '',
        `\`${story.id}\``,
        story.group,
        cell(story.title),
        uiCell(story, 'console', consoleGenerations),
        uiCell(story, 'portal', portalGenerations.classic),
        uiCell(story, 'portal', portalGenerations.next),
        story.uis.includes('rest') ? `${story.since ?? '3.20'}+` : '',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');

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

const disputes = () => [
  '## Where the specifications disagree',
  '',
  'The profile decides; a verdict on one of these checks says what the others would.',
  '',
  `| topic | checks | ${profiles.join(' | ')} |`,
  `| --- | --- | ${profiles.map(() => '---').join(' | ')} |`,
  ...disagreements.map(
    ({ topic, checks, says }) =>
      `| ${cell(topic)} | ${checks.join(', ')} | ${profiles.map((profile) => cell(says[profile])).join(' | ')} |`,
  ),
  '',
  '## Rows that are no check',
  '',
  '| id | row | why no recording decides it |',
  '| --- | --- | --- |',
  ...excluded.map(({ id, slug, reason }) => `| ${id} | ${slug} | ${cell(reason)} |`),
  '',
];

const leftOut = () => [
  '## Rows that are no check',
  '',
  '| id | why no case decides it |',
  '| --- | --- |',
  ...[...idpExcluded].sort(byId).map(({ id, because }) => `| ${id} | ${cell(because)} |`),
  '',
];

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
        cell(check.mutant.says) + (unprovenProfiles(check.id, unproven).length > 0 ? ' **unproven**' : ''),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    ...(side === 'client' ? disputes() : leftOut()),
  ].join('\n');

const unprovenModule = () =>
  [
    '// Generated by `npm run docs` from a run of every mutant; do not edit.',
    "import type { Unproven } from './unproven.ts';",
    '',
    `export const unproven: Unproven = ${JSON.stringify(unproven)};`,
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

const stacksPage = () =>
  stackTables().reduce((page, [name, content]) => filled(page, name, content), readFileSync('docs/stacks.md', 'utf8'));

const readme = () => filled(readFileSync('README.md', 'utf8'), 'environment', environmentTable());

const files: readonly [string, () => string, 'markdown' | 'json' | 'typescript'][] = [
  ['docs/checks.md', () => checksPage('client'), 'markdown'],
  ['docs/stories.md', storiesPage, 'markdown'],
  ['docs/stacks.md', stacksPage, 'markdown'],
  ['docs/checks-idp.md', () => checksPage('idp'), 'markdown'],
  [
    'docs/catalogue.generated.json',
    () => JSON.stringify(books.client.map((check) => summaryOf(check, unproven))),
    'json',
  ],
  [
    'docs/catalogue-idp.generated.json',
    () => JSON.stringify(books.idp.map((check) => summaryOf(check, unproven))),
    'json',
  ],
  ['src/catalogue/unproven.generated.ts', unprovenModule, 'typescript'],
  ['README.md', readme, 'markdown'],
];

const onlyCheck = process.argv.includes('--check');
for (const [path, make, parser] of files) {
  const wanted = await format(make(), { parser, printWidth: 120, singleQuote: true });
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
  if (!onlyCheck) writeFileSync(path, wanted);
  process.stderr.write(`${path} ${onlyCheck ? 'is not up to date: run "npm run docs"' : 'written'}\n`);
  if (onlyCheck) process.exitCode = 1;
}
