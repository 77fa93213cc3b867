/**
 * What a program can use of the harness: read a recording or a HAR file, judge it with the rule book, render the result.
 * The command line is built from the same functions.
 */
export { catalogue } from './catalogue/index.ts';
export type { Check, SpecRef } from './check/check.ts';
export { profiles, type Level, type Profile } from './check/level.ts';
export { resultSchema, type Result } from './check/result.ts';
export { verdictSchema, type Verdict } from './check/verdict.ts';
export { judgeAll, resultOf, type JudgeSettings } from './commands/judging.ts';
export { Inconclusive, UsageError } from './errors.ts';
export { parseRecording, readRecording } from './recording/files.ts';
export { recordingSchema, type Recording } from './recording/recording.ts';
export { writeReports } from './report/write-reports.ts';
