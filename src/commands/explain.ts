import type { Command } from 'commander';
import { find } from '../catalogue/index.ts';
import { UsageError } from '../errors.ts';
import { explanationOf } from './check-text.ts';

/** `dcrh explain ID`: one check in full. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('explain one check')
    .argument('<id>', 'id or slug of a check, as `dcrh list` shows them')
    .action((wanted: string) => {
      const check = find(wanted);
      if (check === undefined) throw new UsageError(`There is no check "${wanted}". "dcrh list" shows all there are.`);
      process.stdout.write(explanationOf(check));
    });
}
