import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readBaseline } from '../config/baseline-file.ts';
import { findBrowser } from '../config/browser.ts';
import { embeddedDefaults } from '../config/defaults.ts';
import { withEnvironment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { Inconclusive, UsageError } from '../errors.ts';
import { readRecordings } from '../recording/files.ts';
import { partLogFile } from '../recording/part-log.ts';
import { writeAllure } from '../report/allure.ts';
import { phasesLine, terminalSummary } from '../report/terminal.ts';
import { partsOf } from '../report/parts.ts';
import { writeReports } from '../report/write-reports.ts';
import { addIdpOptions, idpSettingsOf, type IdpOptions } from './idp-options.ts';
import { resultOf } from './judging.ts';
import {
  baselineOption,
  notEmpty,
  outOption,
  profileOption,
  requirementsOption,
  strictOption,
  wholeNumber,
} from './options.ts';
import { listenForInterruption } from './interruption.ts';
import { startPhases } from './phases.ts';
import { chosenStories, inStoryOrder, needsTls, storyGroups, type StoryGroup } from './stories.ts';
import { addSutOptions, baselineFor, recorderOf, sutSettingsOf, whoSignsIn, type SutOptions } from './sut-options.ts';
import { walk, type Walked } from './walk.ts';

interface RunOptions extends IdpOptions, SutOptions {
  portal: Settings['portal'];
  profile: Settings['profile'];
  strict: boolean;
  requirements?: string;
  baseline?: string | false;
  out?: string;
  headed: boolean;
  browserPath?: string;
  browserChannel?: string;
  fault: string[];
  timeout: number;
  group: StoryGroup[];
  all: boolean;
  workers: number;
}

/** What a run leaves in its folder; removed before the next one, so that a report never mixes two runs. */
const leftovers = [
  'recordings',
  'screenshots',
  'allure-results',
  'test-results',
  'verdicts.json',
  'index.html',
  'junit.xml',
  'summary.md',
  partLogFile,
];

/** `dcrh run [STORY…]`: walks the stories, judges what was recorded, writes the reports. */
export function addRun(program: Command, done: (code: number) => void): void {
  const defaults = embeddedDefaults();
  const command = program
    .command('run')
    .description('walk the stories in a browser, judge what was recorded, write the reports')
    .argument('[story...]', 'stories to walk, as "dcrh list --stories" shows them; the tutorial\'s when none is named')
    .addOption(
      new Option(
        '--portal <portal>',
        'which Developer Portal is walked: the classic, or the next-gen one (4.10 and later)',
      )
        .choices(['classic', 'next'])
        .default(defaults.portal),
    )
    .addOption(profileOption())
    .addOption(strictOption())
    .addOption(requirementsOption())
    .addOption(baselineOption())
    .addOption(new Option('--no-baseline', 'take no deviation as known'))
    .addOption(outOption())
    .addOption(new Option('--headed', 'show the browser').default(false))
    .addOption(new Option('--browser-path <file>', 'executable of the browser').argParser(notEmpty))
    .addOption(new Option('--browser-channel <name>', 'installed browser: chrome, msedge, …').argParser(notEmpty))
    .addOption(
      new Option('--fault <name>', 'arm a fault of the mock IdP before each story; may be repeated')
        .argParser((value: string, list: string[]) => [...list, notEmpty(value)])
        .default([]),
    )
    .addOption(
      new Option('--group <group>', `walk every story of a group (${storyGroups.join(', ')}); may be repeated`)
        .argParser(addGroup)
        .default([]),
    )
    .addOption(new Option('--all', 'walk every story').default(false))
    .addOption(
      new Option('--workers <number>', 'how many stories are walked at once, each on a target of its own')
        .argParser(wholeNumber)
        .default(1),
    )
    .addOption(
      new Option('--timeout <milliseconds>', 'deadline of one action on a page')
        .argParser(wholeNumber)
        .default(defaults.actionTimeout),
    )
    .action(async (stories: string[], options: RunOptions) => {
      if (stories.includes(needsTls) && !options.tls)
        throw new UsageError(`The story "${needsTls}" is about an IdP over https. Give --tls.`);
      requireOneWorker(options);
      const named = chosenStories({ named: stories, groups: options.group, all: options.all });
      done(
        await run(settingsOf(named, options), {
          workers: Math.max(1, options.workers),
          requirements: options.requirements,
        }),
      );
    });
  addSutOptions(command);
  addIdpOptions(command);
}

/** An APIM takes one provider per environment, and one that is not made for a worker is shared by all. */
function requireOneWorker({ sut, workers }: RunOptions): void {
  if (sut !== 'reference' && workers > 1)
    throw new UsageError(`--sut ${sut} takes one story at a time. Leave --workers out.`);
}

function addGroup(value: string, list: StoryGroup[]): StoryGroup[] {
  const group = storyGroups.find((one) => one === value);
  if (group === undefined) throw new InvalidArgumentError(`It must be one of ${storyGroups.join(', ')}.`);
  return [...list, group];
}

function settingsOf(stories: string[], options: RunOptions): Settings {
  const settings = withEnvironment(embeddedDefaults());
  const { browserPath, browserChannel } = options;
  const sut = sutSettingsOf(options);
  const given = browserPath !== undefined || browserChannel !== undefined;
  const browser = given
    ? { ...(browserPath && { executablePath: browserPath }), ...(browserChannel && { channel: browserChannel }) }
    : settings.browser;
  return {
    ...settings,
    sut,
    ...whoSignsIn(settings, options),
    ...recorderOf(options),
    portal: options.portal,
    idp: idpSettingsOf(options),
    tls: options.tls,
    browser: { headed: options.headed, ...findBrowser({ headed: options.headed, ...browser }) },
    out: options.out === undefined ? settings.out : resolve(options.out),
    profile: options.profile,
    strict: options.strict,
    baseline: baselineOf(sut, options),
    stories,
    faults: options.fault,
    actionTimeout: options.timeout,
  };
}

function baselineOf(sut: Settings['sut'], { baseline }: RunOptions): string | null {
  if (baseline === false) return null;
  return baseline === undefined ? baselineFor(sut) : resolve(baseline);
}

const interrupted: Walked = { exit: 130, logs: [] };

interface RunPlan {
  readonly workers: number;
  readonly requirements: string | undefined;
}

async function run(settings: Settings, { workers, requirements }: RunPlan): Promise<number> {
  using interruption = listenForInterruption();
  const { signal } = interruption;
  const phases = startPhases();
  if (settings.baseline !== null) await readBaseline(settings.baseline);
  await Promise.all(leftovers.map((name) => rm(join(settings.out, name), { recursive: true, force: true })));
  const chosen =
    settings.stories.length === 0 ? [] : ['--grep', settings.stories.map((story) => `@${story}$`).join('|')];
  const args = ['--project', 'stories', '--workers', String(workers), ...chosen];
  const { exit, logs, left } = await walk(settings, { args, phases, signal }).catch((error: unknown) => {
    if (signal.aborted && error instanceof Inconclusive) return interrupted;
    throw error;
  });
  if (left !== undefined) process.stderr.write(`dcrh: ${left}\n`);
  if (exit === 130) return 130;
  const recordings = inStoryOrder(await readRecordings(join(settings.out, 'recordings')));
  if (recordings.length === 0)
    throw new Inconclusive('No story could be begun, so nothing was recorded. What went wrong is said above.');
  const judged = await phases.during('judge', () => resultOf(recordings, { ...settings, requirements }));
  const result = { ...judged, ...partsOf(logs) };
  const paths = await phases.during('report', () => {
    writeAllure(join(settings.out, 'allure-results'), result);
    return writeReports(settings.out, { result, recordings, logs });
  });
  process.stderr.write(`\n${phasesLine(phases.times)}\nreport: ${paths[0] ?? ''}\n\n`);
  process.stdout.write(terminalSummary(result, true));
  return left === undefined ? result.exitCode : 3;
}
