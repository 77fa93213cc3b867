import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProbeGroup } from '../../../scenarios/idp/case.ts';
import { runCases, type ProbeRun } from '../../../scenarios/idp/run-cases.ts';
import type { Subject } from '../../../scenarios/idp/subject.ts';
import type { Result } from '../../check/result.ts';
import { jsonOf } from '../../recording/body.ts';
import { writeRecording } from '../../recording/files.ts';
import type { Recording } from '../../recording/recording.ts';
import { writeReports } from '../../report/write-reports.ts';
import { resultOf, type JudgeSettings } from '../judging.ts';

export interface IdpTry extends JudgeSettings {
  readonly subject: Subject;
  readonly groups: readonly ProbeGroup[];
  /** Absolute folder for the ledger, the recordings and the reports. */
  readonly out: string;
  /** Requests a second; undefined: as fast as the answers come. */
  readonly perSecond?: number;
  readonly prefix?: string;
  readonly stop?: AbortSignal;
  readonly onGroup?: (recording: Recording) => void;
}

export interface TriedIdp extends ProbeRun {
  readonly result: Result;
  /** Paths of the reports, the page for people first. */
  readonly reports: readonly string[];
}

/** What a run leaves in its folder beside the ledger; removed before the next one. */
const leftovers = ['recordings', 'verdicts.json', 'index.html', 'junit.xml', 'summary.md'];

/** Tries one identity provider, judges it and writes everything down, also when it could not be tried to the end. */
export async function tryIdp({ profile, strict, baseline, ...asked }: IdpTry): Promise<TriedIdp> {
  const { out } = asked;
  await keepOldLedger(out);
  await Promise.all(leftovers.map((name) => rm(join(out, name), { recursive: true, force: true })));
  const run = await runCases(asked);
  await Promise.all(run.recordings.map((recording) => writeRecording(join(out, 'recordings'), recording)));
  const result = await resultOf(run.recordings, { profile, strict, baseline });
  const reports = await writeReports(out, { result, recordings: run.recordings });
  return { ...run, result, reports };
}

/** The clients that an earlier run may have left behind stand in its ledger alone, so that is kept beside the new one. */
async function keepOldLedger(out: string): Promise<void> {
  const ledger = join(out, 'ledger.json');
  const old = await readFile(ledger, 'utf8').catch(() => undefined);
  if (old === undefined || (jsonOf(old) !== undefined && !/"state": "(?:asked|created|survived)"/.test(old))) return;
  const hash = createHash('sha256').update(old).digest('hex').slice(0, 8);
  await rename(ledger, join(out, `ledger-${hash}.json`));
}
