import { Option, type Command } from 'commander';
import { isOwned, ours, runLabel } from '../target/containers/labels.ts';
import type { Left } from '../target/containers/sweep.ts';

interface CleanOptions {
  dryRun: boolean;
  all: boolean;
  images: boolean;
}

/** `dcrh clean`: removes what a killed run left in the container engine. */
export function addClean(program: Command, done: (code: number) => void): void {
  program
    .command('clean')
    .description('remove the containers, networks and volumes that killed runs left')
    .addOption(new Option('--dry-run', 'only say what would be removed').default(false))
    .addOption(new Option('--all', 'also those of runs that are still going on').default(false))
    .addOption(new Option('--images', 'also the images that the harness has built').default(false))
    .action(async ({ dryRun, ...options }: CleanOptions) => {
      // Loaded on demand: the engine's client takes a moment that other commands need not wait for.
      const { findEngine } = await import('../target/containers/engine.ts');
      const { findLeft, sweep } = await import('../target/containers/sweep.ts');
      const engine = await findEngine();
      const label = `${ours}=true`;
      const only = (left: Left) => isWanted(left, options);
      const found = await findLeft(engine, label);
      const wanted = dryRun ? found.filter(only) : await sweep(engine, { label, only });
      process.stdout.write(said(wanted, dryRun));
      const kept = found.filter((left) => left.kind !== 'image' && !only(left));
      if (kept.length > 0)
        process.stderr.write(`left alone, as their run is still going on (--all takes them too): ${names(kept)}\n`);
      done(0);
    });
}

const isWanted = ({ kind, labels }: Left, { all, images }: Omit<CleanOptions, 'dryRun'>): boolean =>
  kind === 'image' ? images : all || !isOwned(labels);

const names = (all: readonly Left[]) => all.map(({ kind, name }) => `${kind} ${name}`).join(', ');

const said = (all: readonly Left[], dryRun: boolean): string => {
  if (all.length === 0) return 'Nothing is left of any run.\n';
  const verb = dryRun ? 'would remove' : 'removed';
  return all
    .map(
      ({ kind, name, labels }) =>
        `${verb} ${kind} ${name}${labels[runLabel] === undefined ? '' : ` (run ${labels[runLabel]})`}\n`,
    )
    .join('');
};
