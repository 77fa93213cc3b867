import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Result } from '../check/result.ts';
import type { PartLog } from '../recording/part-log.ts';
import type { Recording } from '../recording/recording.ts';
import { htmlPage } from './html/page.ts';
import { resultJson } from './json.ts';
import { junitXml } from './junit.ts';
import { markdownSummary } from './markdown.ts';

export interface ReportInput {
  result: Result;
  recordings: readonly Recording[];
  /** Of the containers that were started for the run. */
  logs?: readonly PartLog[];
}

/** Writes every report of a run into its folder and returns the paths, the page for people first. */
export async function writeReports(out: string, { result, recordings, logs = [] }: ReportInput): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const pictures = await readPictures(join(out, 'recordings'), recordings);
  const files: [string, string][] = [
    ['index.html', htmlPage({ result, recordings, pictures, logs })],
    ['verdicts.json', resultJson(result)],
    ['junit.xml', junitXml(result)],
    ['summary.md', markdownSummary(result)],
  ];
  const paths = files.map(([name]) => join(out, name));
  await Promise.all(files.map(([name, text]) => writeFile(join(out, name), text)));
  return paths;
}

/** The pictures of all steps; one that is gone is left out, the report is made all the same. */
async function readPictures(folder: string, recordings: readonly Recording[]): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const wanted = recordings.flatMap(({ id, steps }) =>
    steps.flatMap(({ number, screenshot }) =>
      screenshot === undefined ? [] : [{ key: `${id}/${number}`, screenshot }],
    ),
  );
  await Promise.all(
    wanted.map(async ({ key, screenshot }) => {
      const bytes = await readFile(resolve(folder, screenshot)).catch(() => undefined);
      if (bytes !== undefined) pictures.set(key, bytes);
    }),
  );
  return pictures;
}
