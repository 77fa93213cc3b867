import { Option, type Command } from 'commander';
import { books, sides, type Side } from '../catalogue/books.ts';
import type { CatalogueCheck } from '../catalogue/define.ts';
import { levels, type Level } from '../check/level.ts';
import { summaryOf } from './check-text.ts';

interface ListOptions {
  json?: true;
  level?: Level;
  side?: Side;
}

/** `dcrh list`: every check, one line each, or as JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the checks of the rule books')
    .addOption(new Option('--json', 'as JSON'))
    .addOption(new Option('--level <level>', 'only checks of this level').choices([...levels]))
    .addOption(
      new Option('--side <side>', 'only rules for a registering client, or for an identity provider').choices([
        ...sides,
      ]),
    )
    .action(({ json, level, side }: ListOptions) => {
      const all = side === undefined ? Object.values(books).flat() : books[side];
      const chosen = all.filter((check) => level === undefined || check.level === level);
      process.stdout.write(json ? `${JSON.stringify(chosen.map(summaryOf), null, 2)}\n` : tableOf(chosen));
    });
}

const tableOf = (checks: readonly CatalogueCheck[]): string =>
  checks
    .map(({ id, level, title, spec }) => {
      const [{ document, section }] = spec;
      return `${id.padEnd(6)} ${level.padEnd(7)} ${title}  (${document}${section === '' ? '' : ` §${section}`})\n`;
    })
    .join('') + `${checks.length} checks\n`;
