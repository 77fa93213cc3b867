import type { OperationRow } from '../check/operation.ts';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import { countLine, fares, shownAs, specOf, whereText } from './words.ts';

/** Bytes; GitHub shows at most 1 MiB of summary a step. */
const limit = 1_000_000;

/** Text of a target is not ours: it must not make tables, links, mentions or markup. */
const escape = (text: string) => text.replace(/[\\`*_{}[\]<>|#@~]/g, '\\$&').replace(/\r?\n/g, ' ');

const rowOf = (verdict: Verdict) => {
  const [breach] = verdict.breaches;
  const cells = [
    verdict.id,
    verdict.title,
    specOf(verdict),
    breach?.expected ?? '',
    breach?.found ?? verdict.because,
    breach ? whereText(breach.where) : '',
  ];
  return `| ${cells.map(escape).join(' | ')} |`;
};

const table = (verdicts: readonly Verdict[]) =>
  [
    '| id | a good product … | specification | expected | found | where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...verdicts.map(rowOf),
  ].join('\n');

const details = (title: string, verdicts: readonly Verdict[]) =>
  verdicts.length === 0
    ? []
    : [`<details><summary>${title} (${verdicts.length})</summary>`, '', table(verdicts), '', '</details>', ''];

function operationsTable(operations: readonly OperationRow[]): string[] {
  const [first] = operations;
  if (first === undefined) return [];
  const versions = first.cells.map(({ version }) => version);
  return [
    `| in APIM | ${versions.join(' | ')} |`,
    `| --- |${' --- |'.repeat(versions.length)}`,
    ...operations.map(
      ({ title, cells }) =>
        `| ${title} | ${cells.map(({ outcome }) => `${fares[outcome].mark} ${fares[outcome].name}`).join(' | ')} |`,
    ),
    '',
  ];
}

/** A summary for the page of a CI job. */
export function markdownSummary(result: Result): string {
  const by = (shown: string) => result.verdicts.filter((verdict) => shownAs(verdict) === shown);
  const failed = by('fail');
  const text = [
    `## dcr-harness: ${countLine(result.counts)}`,
    '',
    ...(result.disclaimer === null ? [] : [`> ${escape(result.disclaimer)}`, '']),
    ...(result.requirements === undefined ? [] : [`Only the requirement set ${escape(result.requirements)}.`, '']),
    ...result.reasons.map((reason) => `- ${escape(reason)}`),
    ...result.recordings
      .filter(({ outcome, note }) => outcome === 'complete' && note !== null)
      .map(({ id, note }) => `- left out of ${escape(id)}: ${escape(note ?? '')}`),
    '',
    ...operationsTable(result.operations ?? []),
    ...(failed.length === 0 ? [] : [table(failed), '']),
    ...details('known deviations', by('known')),
    ...details('warnings', by('warn')),
    ...details('not observed', by('not-observed')),
    '',
  ].join('\n');
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  return `${bytes.subarray(0, limit).toString()}\n\n… cut: the whole result is in verdicts.json.\n`;
}
