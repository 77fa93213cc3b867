import { Option, type Command } from 'commander';
import { catalogue } from '../catalogue/index.ts';
import { levels, type Level } from '../check/level.ts';
import { summaryOf } from './check-text.ts';

interface ListOptions {
  json?: true;
  level?: Level;
}

/** `dcrh list`: every check, one line each, or as JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the checks of the rule book')
    .addOption(new Option('--json', 'as JSON'))
    .addOption(new Option('--level <level>', 'only checks of this level').choices([...levels]))
    .action(({ json, level }: ListOptions) => {
      const chosen = catalogue.filter((check) => level === undefined || check.level === level);
      process.stdout.write(json ? `${JSON.stringify(chosen.map(summaryOf), null, 2)}\n` : tableOf(chosen));
    });
}

const tableOf = (checks: typeof catalogue): string =>
  checks
    .map(({ id, level, title, spec }) => {
      const [{ document, section }] = spec;
      return `${id.padEnd(6)} ${level.padEnd(7)} ${title}  (${document}${section === '' ? '' : ` §${section}`})\n`;
    })
    .join('') + `${checks.length} checks\n`;
