import { Option, type Command } from 'commander';
import type { catalogue } from '../catalogue/index.ts';
import { levels, type Level } from '../check/level.ts';
import { unprovenProfiles } from '../catalogue/unproven.ts';
import { summaryOf } from './check-text.ts';
import { chosen } from './judging.ts';
import { requirementsOption } from './options.ts';

interface ListOptions {
  json?: true;
  level?: Level;
  requirements?: string;
}

/** `dcrh list`: every check, one line each, or as JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the checks of the rule book')
    .addOption(new Option('--json', 'as JSON'))
    .addOption(new Option('--level <level>', 'only checks of this level').choices([...levels]))
    .addOption(requirementsOption())
    .action(({ json, level, requirements }: ListOptions) => {
      const listed = chosen(requirements).filter((check) => level === undefined || check.level === level);
      process.stdout.write(
        json
          ? `${JSON.stringify(
              listed.map((check) => summaryOf(check)),
              null,
              2,
            )}\n`
          : tableOf(listed),
      );
    });
}

const tableOf = (checks: typeof catalogue): string =>
  checks
    .map(({ id, level, title, spec }) => {
      const [{ document, section }] = spec;
      return `${id.padEnd(6)} ${level.padEnd(7)} ${title}  (${document}${section === '' ? '' : ` §${section}`})${unprovenProfiles(id).length > 0 ? ' unproven' : ''}\n`;
    })
    .join('') + `${checks.length} checks\n`;
