import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Profile } from '../check/level.ts';
import { UsageError } from '../errors.ts';
import { readRecordings } from '../recording/files.ts';
import { readPartLogs } from '../recording/part-log.ts';
import { partsOf } from '../report/parts.ts';
import { terminalSummary } from '../report/terminal.ts';
import { writeReports } from '../report/write-reports.ts';
import { resultOf } from './judging.ts';
import { inStoryOrder } from './stories.ts';
import { baselineOption, profileOption, strictOption } from './options.ts';

interface ReportOptions {
  profile: Profile;
  strict: boolean;
  baseline?: string;
}

/** `dcrh report FOLDER`: makes the reports of a run again, from its recordings. */
export function addReport(program: Command, done: (code: number) => void): void {
  program
    .command('report')
    .description('make the reports of a run again, from its recordings')
    .argument('<folder>', 'folder of a run; its recordings are in recordings/')
    .addOption(profileOption())
    .addOption(strictOption())
    .addOption(baselineOption())
    .action(async (folder: string, { profile, strict, baseline }: ReportOptions) => {
      const recordings = inStoryOrder(await readRecordings(join(folder, 'recordings')));
      if (recordings.length === 0)
        throw new UsageError(
          `There are no recordings in ${join(folder, 'recordings')}. Give the folder that "dcrh run" wrote.`,
        );
      const logs = await readPartLogs(folder);
      const judged = await resultOf(recordings, {
        profile,
        strict,
        baseline: baseline === undefined ? null : resolve(baseline),
      });
      const result = { ...judged, ...partsOf(logs) };
      const paths = await writeReports(resolve(folder), { result, recordings, logs });
      process.stdout.write(terminalSummary(result, true));
      process.stderr.write(`report: ${paths.join(' ')}\n`);
      done(result.exitCode);
    });
}
