import type { Command } from 'commander';
import { catalogue } from '../catalogue/index.ts';
import { UsageError } from '../errors.ts';
import { explanationOf } from './check-text.ts';

/** `dcrh explain ID`: one check in full. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('explain one check')
    .argument('<id>', 'id or slug of a check, as `dcrh list` shows them')
    .action((wanted: string) => {
      const check = catalogue.find(({ id, slug }) => id === wanted.toUpperCase() || slug === wanted.toLowerCase());
      if (check === undefined)
        throw new UsageError(`There is no check "${wanted}". "dcrh list" shows all ${catalogue.length}.`);
      process.stdout.write(explanationOf(check));
    });
}
