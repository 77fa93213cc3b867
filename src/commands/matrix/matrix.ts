import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Profile } from '../../check/level.ts';
import { embeddedDefaults } from '../../config/defaults.ts';
import { Inconclusive, UsageError } from '../../errors.ts';
import type { Compared } from '../../report/matrix/comparison.ts';
import { countLine } from '../../report/words.ts';
import { consentTo } from '../idp/consent.ts';
import { clientsText } from '../idp/idp-text.ts';
import { isThisMachine, politeRate, subjectOf } from '../idp/subject-options.ts';
import { outOption, profileOption, strictOption } from '../options.ts';
import { readTargets, type MatrixTarget } from './targets-file.ts';

interface MatrixOptions {
  profile: Profile;
  strict: boolean;
  smoke: boolean;
  out?: string;
  yes: boolean;
}

const afterHelp = `
Exit codes: 0 every identity provider meets every binding rule that was seen · 1 one of them breaks one · 2 wrong usage or
targets file · 3 one of them could not be tried, and the others break nothing · 130 interrupted`;

/** `dcrh matrix FILE`: several identity providers tried one after the other, and compared on one page. */
export function addMatrix(program: Command, done: (code: number) => void): void {
  program
    .command('matrix')
    .description('try several identity providers as "dcrh idp" does, and compare them on one page')
    .argument('<file>', 'YAML list of identity providers: name, url, and what "dcrh idp" takes as options')
    .addOption(profileOption())
    .addOption(strictOption())
    .addOption(outOption())
    .addOption(new Option('--smoke', 'only the few cases that show whether each works at all').default(false))
    .addOption(new Option('--yes', 'do not ask before clients are created at another machine').default(false))
    .addHelpText('after', afterHelp)
    .action(async (file: string, options: MatrixOptions) => done(await compareAll(file, options)));
}

const say = (text: string) => process.stderr.write(text);

async function compareAll(file: string, options: MatrixOptions): Promise<number> {
  const targets = await readTargets(file);
  const out = options.out === undefined ? join(dirname(embeddedDefaults().out), 'matrix') : resolve(options.out);
  // A wrong option of the last target must not show after an hour with the others.
  const subjects = targets.map((target) => ({ target, subject: subjectOfTarget(file, target) }));
  for (const { url } of targets)
    if (!(await consentTo(url, options.yes))) {
      say('Nothing was sent.\n');
      return 0;
    }
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(130);
    say('\nStopping; what was created is deleted. Ctrl-C again leaves at once.\n');
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  try {
    const compared: Compared[] = [];
    for (const one of subjects)
      if (!stop.signal.aborted) compared.push(await tryTarget(one, { ...options, out, stop }));
    await writeComparison(out, options.profile, compared);
    return stop.signal.aborted ? 130 : codeOf(compared);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function subjectOfTarget(file: string, { name, url, options }: MatrixTarget) {
  try {
    return subjectOf(url, options);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${file}: ${name}: ${error.message}`);
    throw error;
  }
}

interface Subjected {
  readonly target: MatrixTarget;
  readonly subject: ReturnType<typeof subjectOf>;
}

type Trying = MatrixOptions & { out: string; stop: AbortController };

/** What goes wrong at one of them is a column of its own, and no end for the others. */
async function tryTarget(
  { target, subject }: Subjected,
  { profile, strict, smoke, out, stop }: Trying,
): Promise<Compared> {
  const { name, url, folder } = target;
  const { groupsFor } = await import('../idp/choose-groups.ts');
  const { CrashedRun } = await import('../../../scenarios/idp/run-cases.ts');
  const { tryIdp } = await import('../idp/try-idp.ts');
  const rate = target.rate ?? (isThisMachine(url) ? undefined : politeRate);
  say(`${name}  ${url}\n`);
  try {
    const { result, deletion } = await tryIdp({
      subject,
      groups: groupsFor({ smoke, only: [] }),
      out: join(out, folder),
      profile,
      strict,
      baseline: null,
      ...(rate !== undefined && { perSecond: rate }),
      stop: stop.signal,
    });
    say(`  ${countLine(result.counts)}\n  ${clientsText(deletion).trimEnd()}\n`);
    const nothing = result.counts.pass + result.counts.fail + result.counts.warn + result.counts.known === 0;
    const [because = 'nothing could be observed'] = result.reasons;
    return { name, url, folder, result: nothing ? { because } : result };
  } catch (error) {
    const cause = error instanceof CrashedRun ? error.cause : error;
    if (error instanceof CrashedRun) say(`  ${clientsText(error.deletion).trimEnd()}\n`);
    if (!(cause instanceof Inconclusive)) throw cause;
    say(`  not tried: ${cause.message}\n`);
    return { name, url, folder, result: { because: cause.message } };
  }
}

async function writeComparison(out: string, profile: Profile, compared: readonly Compared[]): Promise<void> {
  const { compare, comparisonSchema } = await import('../../report/matrix/comparison.ts');
  const { matrixPage } = await import('../../report/matrix/page.ts');
  const { matrixMarkdown } = await import('../../report/matrix/markdown.ts');
  const comparison = compare(profile, compared);
  await mkdir(out, { recursive: true });
  const json = `${JSON.stringify(comparisonSchema.parse(comparison), null, 2)}\n`;
  const files = { 'index.html': matrixPage(comparison), 'matrix.json': json, 'matrix.md': matrixMarkdown(comparison) };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(out, name), text)));
  process.stdout.write(`comparison: ${join(out, 'index.html')}\n`);
}

/** A finding weighs more than an identity provider that was not there. */
function codeOf(compared: readonly Compared[]): number {
  const codes = compared.map(({ result }) => ('exitCode' in result ? result.exitCode : 3));
  if (codes.includes(1)) return 1;
  return codes.includes(3) ? 3 : 0;
}
