import { z } from 'zod';
import { levels, profiles, type Profile } from '../../check/level.ts';
import { apimVersions, operationOutcomes, type OperationCell } from '../../check/operation.ts';
import { resultSchema, type Result } from '../../check/result.ts';
import type { Verdict } from '../../check/verdict.ts';
import { exchangeAnchor } from '../html/evidence.ts';
import { shownAs } from '../words.ts';

export const shownOutcomes = [
  'pass',
  'fail',
  'known',
  'warn',
  'not-observed',
  'not-applicable',
  'inconclusive',
] as const;

const operationCell = z.strictObject({
  version: z.enum(apimVersions),
  outcome: z.enum(operationOutcomes),
  /** What decides, and what to set. */
  because: z.string(),
  /** Where the evidence is, from the folder of this file. */
  evidence: z.string(),
});

const checkCell = z.strictObject({ shown: z.enum(shownOutcomes), because: z.string(), evidence: z.string() });

/** `matrix.json`: several identity providers side by side. Columns are in the order of the targets file; null: not tried. */
export const comparisonSchema = z.strictObject({
  format: z.literal('dcr-harness/matrix'),
  version: z.literal(1),
  profile: z.enum(profiles),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      url: z.string(),
      /** Path of its own report; null when it could not be tried. */
      report: z.string().nullable(),
      /** Why it could not be tried; null when it was. */
      because: z.string().nullable(),
      counts: resultSchema.shape.counts.nullable(),
    }),
  ),
  operations: z.array(
    z.strictObject({ name: z.string(), title: z.string(), cells: z.array(z.array(operationCell).nullable()) }),
  ),
  checks: z.array(
    z.strictObject({ id: z.string(), title: z.string(), level: z.enum(levels), cells: z.array(checkCell.nullable()) }),
  ),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type MatrixColumn = Comparison['columns'][number];

/** One identity provider: tried, or why not. */
export interface Compared {
  readonly name: string;
  readonly url: string;
  /** Folder of its report, beside the comparison. */
  readonly folder: string;
  readonly result: Result | { readonly because: string };
}

const isTried = (result: Compared['result']): result is Result => 'verdicts' in result;

const pageOf = (folder: string, anchor = '') => `${folder}/index.html${anchor === '' ? '' : `#${anchor}`}`;

function operationCellOf(folder: string, { version, outcome, because, settings, exchange }: OperationCell) {
  const anchor = exchange === undefined ? 'operations' : exchangeAnchor(exchange.recording, exchange.number);
  return { version, outcome, because: [because, ...settings].join('; '), evidence: pageOf(folder, anchor) };
}

function checkCellOf(folder: string, verdict: Verdict) {
  const [breach] = verdict.breaches;
  const found = breach === undefined ? verdict.because : `found ${breach.found}, expected ${breach.expected}`;
  return { shown: shownAs(verdict), because: verdict.known ?? found, evidence: pageOf(folder, verdict.id) };
}

/** Everything side by side. Pure: the same results give the same comparison. */
export function compare(profile: Profile, compared: readonly Compared[]): Comparison {
  const tried = compared.flatMap(({ result }) => (isTried(result) ? [result] : []));
  const operations = tried.flatMap(({ operations: rows = [] }) => rows);
  const verdicts = tried.flatMap((result) => result.verdicts);
  const first = <T>(list: readonly T[], keyOf: (one: T) => string) =>
    [...Map.groupBy(list, keyOf).values()].flatMap(([one]) => one ?? []);
  const cellsFor = <T>(cellOf: (result: Result, folder: string) => T | undefined) =>
    compared.map(({ result, folder }) => (isTried(result) ? (cellOf(result, folder) ?? null) : null));
  return {
    format: 'dcr-harness/matrix',
    version: 1,
    profile,
    columns: compared.map(({ name, url, folder, result }) => ({
      name,
      url,
      report: isTried(result) ? pageOf(folder) : null,
      because: isTried(result) ? null : result.because,
      counts: isTried(result) ? result.counts : null,
    })),
    operations: first(operations, ({ name }) => name).map(({ name, title }) => ({
      name,
      title,
      cells: cellsFor(({ operations: rows = [] }, folder) =>
        rows.find((row) => row.name === name)?.cells.map((cell) => operationCellOf(folder, cell)),
      ),
    })),
    checks: first(verdicts, ({ id }) => id)
      .toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
      .map(({ id, title, level }) => ({
        id,
        title,
        level,
        cells: cellsFor((result, folder) => {
          const verdict = result.verdicts.find((one) => one.id === id);
          return verdict && checkCellOf(folder, verdict);
        }),
      })),
  };
}
