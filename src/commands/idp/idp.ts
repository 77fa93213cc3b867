import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Profile } from '../../check/level.ts';
import { embeddedDefaults } from '../../config/defaults.ts';
import { resultJson } from '../../report/json.ts';
import { terminalSummary } from '../../report/terminal.ts';
import { baselineOption, notEmpty, outOption, perSecond, profileOption, strictOption } from '../options.ts';
import { consentTo } from './consent.ts';
import { announcement, clientsText, endText, groupLine } from './idp-text.ts';
import {
  addSubjectOptions,
  isThisMachine,
  openSecrets,
  politeRate,
  subjectOf,
  type SubjectOptions,
} from './subject-options.ts';

interface IdpCommandOptions extends SubjectOptions {
  profile: Profile;
  strict: boolean;
  baseline?: string;
  out?: string;
  json?: true;
  smoke: boolean;
  only: string[];
  rate?: number;
  yes: boolean;
}

/** `dcrh idp URL`: tries everything a registering product does at an identity provider, and judges what it answers. */
export function addIdp(program: Command, done: (code: number) => void): void {
  const command = program
    .command('idp')
    .description(
      'try an identity provider as a registering product does, and judge its answers; no browser, no container',
    )
    .argument('<url>', 'address of its discovery document')
    .addOption(profileOption())
    .addOption(strictOption())
    .addOption(baselineOption())
    .addOption(outOption())
    .addOption(new Option('--json', 'print the result as JSON (the same as verdicts.json)'))
    .addOption(new Option('--smoke', 'only the few cases that show whether it works at all').default(false))
    .addOption(
      new Option('--only <group>', 'only this group of cases and those before it that it needs; may be repeated')
        .argParser((value: string, list: string[]) => [...list, notEmpty(value)])
        .default([]),
    )
    .addOption(
      new Option('--rate <number>', `requests a second; ${politeRate} unless the IdP is on this machine`).argParser(
        perSecond,
      ),
    )
    .addOption(new Option('--yes', 'do not ask before clients are created at another machine').default(false))
    .action(async (url: string, options: IdpCommandOptions) => done(await tryOne(url, options)));
  addSubjectOptions(command);
}

async function tryOne(url: string, options: IdpCommandOptions): Promise<number> {
  const subject = subjectOf(url, options);
  // Loaded on demand: other commands need none of it.
  const { groupsFor } = await import('./choose-groups.ts');
  const { CrashedRun, newPrefix } = await import('../../../scenarios/idp/run-cases.ts');
  const { tryIdp } = await import('./try-idp.ts');
  const groups = groupsFor(options);
  const rate = options.rate ?? (isThisMachine(url) ? undefined : politeRate);
  const prefix = newPrefix();
  const say = (text: string) => process.stderr.write(text);
  for (const flag of openSecrets(options))
    say(`${flag} stands on the command line, where others can read it; '\${NAME}' takes it from the environment.\n`);
  say(announcement({ url, groups, prefix, rate }));
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
  const startedAt = performance.now();
  try {
    const tried = await tryIdp({
      subject,
      groups,
      prefix,
      out: options.out === undefined ? embeddedDefaults().out : resolve(options.out),
      profile: options.profile,
      strict: options.strict,
      baseline: options.baseline === undefined ? null : resolve(options.baseline),
      ...(rate !== undefined && { perSecond: rate }),
      stop: stop.signal,
      onGroup: (recording) => say(groupLine(recording)),
    });
    say(endText(tried, performance.now() - startedAt));
    process.stdout.write(options.json ? resultJson(tried.result) : terminalSummary(tried.result, true));
    return stop.signal.aborted ? 130 : tried.result.exitCode;
  } catch (error) {
    if (!(error instanceof CrashedRun)) throw error;
    say(`\n${clientsText(error.deletion)}`);
    throw error.cause;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
