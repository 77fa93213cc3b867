import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Profile } from '../check/level.ts';
import { readRecording } from '../recording/files.ts';
import { resultJson } from '../report/json.ts';
import { terminalSummary } from '../report/terminal.ts';
import { writeReports } from '../report/write-reports.ts';
import { resultOf } from './judging.ts';
import { baselineOption, outOption, profileOption, requirementsOption, strictOption } from './options.ts';

interface JudgeOptions {
  profile: Profile;
  strict: boolean;
  requirements?: string;
  baseline?: string;
  json?: true;
  out?: string;
}

/** `dcrh judge FILE…`: judges stored recordings or HAR files together, as one run. */
export function addJudge(program: Command, done: (code: number) => void): void {
  program
    .command('judge')
    .description('judge stored recordings, or HAR 1.2 files, together as one run')
    .argument('<file...>', 'recordings (.json) or HAR files')
    .addOption(profileOption())
    .addOption(strictOption())
    .addOption(requirementsOption())
    .addOption(baselineOption())
    .addOption(new Option('--json', 'print the result as JSON (the same as verdicts.json)'))
    .addOption(outOption())
    .action(async (files: string[], { profile, strict, requirements, baseline, json, out }: JudgeOptions) => {
      const recordings = await Promise.all(files.map(readRecording));
      const result = await resultOf(recordings, {
        profile,
        strict,
        requirements,
        baseline: baseline === undefined ? null : resolve(baseline),
      });
      if (out !== undefined) {
        const paths = await writeReports(resolve(out), { result, recordings });
        process.stderr.write(`report: ${paths.join(' ')}\n`);
      }
      process.stdout.write(json ? resultJson(result) : terminalSummary(result, true));
      done(result.exitCode);
    });
}
