import { Option, type Command } from 'commander';
import { books, sides, type Side } from '../catalogue/books.ts';
import type { CatalogueCheck } from '../catalogue/define.ts';
import { levels, type Level } from '../check/level.ts';
import { unprovenProfiles } from '../catalogue/unproven.ts';
import { summaryOf } from './check-text.ts';
import { chosen } from './judging.ts';
import { requirementsOption } from './options.ts';
import { stories, type StoryEntry } from './stories.ts';

interface ListOptions {
  json?: true;
  level?: Level;
  requirements?: string;
  side?: Side;
  stories?: true;
}

/** `dcrh list`: every check or every story, one line each, or as JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the checks of the rule books, or the stories')
    .addOption(new Option('--stories', 'the stories instead of the checks').conflicts(['level', 'side']))
    .addOption(new Option('--json', 'as JSON'))
    .addOption(new Option('--level <level>', 'only checks of this level').choices([...levels]))
    .addOption(requirementsOption())
    .addOption(
      new Option('--side <side>', 'only rules for a registering client, or for an identity provider').choices([
        ...sides,
      ]),
    )
    .action(({ json, level, side, requirements, stories: wanted }: ListOptions) => {
      const print = (rows: readonly unknown[], text: () => string) =>
        void process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : text());
      if (wanted) return print(stories, storyLines);
      const all = side === undefined ? Object.values(books).flat() : books[side];
      const listed = chosen(all, requirements).filter((check) => level === undefined || check.level === level);
      return print(
        listed.map((check) => summaryOf(check)),
        () => tableOf(listed),
      );
    });
}

const tableOf = (checks: readonly CatalogueCheck[]): string =>
  checks
    .map(({ id, level, title, spec }) => {
      const [{ document, section }] = spec;
      return `${id.padEnd(6)} ${level.padEnd(7)} ${title}  (${document}${section === '' ? '' : ` §${section}`})${unprovenProfiles(id).length > 0 ? ' unproven' : ''}\n`;
    })
    .join('') + `${checks.length} checks\n`;

const lineOf = ({ id, group, title, uis }: StoryEntry) =>
  `${id.padEnd(30)} ${group.padEnd(12)} ${title}  (${uis.join(', ')})\n`;

const storyLines = (): string => stories.map(lineOf).join('') + `${stories.length} stories\n`;
