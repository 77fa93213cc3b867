import { fares, marks } from '../words.ts';
import type { Comparison } from './comparison.ts';

/** Text of a target is not ours: it must not make tables, links, mentions or markup. */
const escape = (text: string) => text.replace(/[\\`*_{}[\]<>|#@~]/g, '\\$&').replace(/\r?\n/g, ' ');

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The comparison for the page of a CI job, or for a document. */
export function matrixMarkdown({ columns, operations, checks }: Comparison): string {
  const heads = columns.map(({ name, report }) => (report === null ? escape(name) : `[${escape(name)}](${report})`));
  const rule = row(['---', ...columns.map(() => '---')]);
  const outcomeOf = (cells: Comparison['operations'][number]['cells'][number]) =>
    cells === null
      ? '–'
      : [...new Set(cells.map(({ outcome }) => `${fares[outcome].mark} ${fares[outcome].name}`))].join(', ');
  return [
    `## ${columns.length} identity providers compared`,
    '',
    ...columns.flatMap(({ name, because }) =>
      because === null ? [] : [`- ${escape(name)} was not tried: ${escape(because)}`],
    ),
    '',
    row(['in APIM', ...heads]),
    rule,
    ...operations.map(({ title, cells }) => row([title, ...cells.map(outcomeOf)])),
    '',
    row(['check', ...heads]),
    rule,
    ...checks.map(({ id, title, cells }) =>
      row([
        `${id} ${escape(title)}`,
        ...cells.map((cell) => (cell === null ? '–' : `[${marks[cell.shown]}](${cell.evidence})`)),
      ]),
    ),
    '',
  ].join('\n');
}
