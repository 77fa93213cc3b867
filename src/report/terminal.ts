import { styleText } from 'node:util';
import type { Result } from '../check/result.ts';
import type { OperationRow } from '../check/operation.ts';
import type { Verdict } from '../check/verdict.ts';
import { toldOf } from './operations.ts';
import { countLine, fares, inLine, marks, shownAs, sixLines, specOf } from './words.ts';

type Paint = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

const plain: Paint = (_style, text) => text;
/** Colour only on a terminal, and never where NO_COLOR is set. */
const coloured: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/** The summary for a terminal, last line the count. `colour` false gives plain text. */
export function terminalSummary(result: Result, colour = false): string {
  const paint = colour ? coloured : plain;
  const by = (shown: string) => result.verdicts.filter((verdict) => shownAs(verdict) === shown);
  const lines = [
    ...section('APIM with this identity provider', operationLines(result.operations ?? []), paint),
    ...by('fail').flatMap((verdict) => [...failure(verdict, paint), '']),
    ...section(
      'warnings',
      by('warn').map((verdict) => paint('yellow', oneLine(verdict))),
      paint,
    ),
    ...section(
      'known deviations',
      by('known').map((verdict) => `${oneLine(verdict)}: ${inLine(verdict.known ?? '')}`),
      paint,
    ),
    ...section('not observed', firstOf(by('not-observed')), paint),
    ...section('inconclusive', firstOf(by('inconclusive')), paint),
    ...incompleteLines(result),
    ...section('left out', gapLines(result), paint),
    ...section('why this run is not green', result.reasons.map(inLine), paint),
    ...section('unproven: no mutant is known to turn these checks red', unprovenLine(result), paint),
    ...(result.disclaimer === null ? [] : [paint('dim', result.disclaimer), '']),
    ...(result.requirements === undefined ? [] : [`only the requirement set ${result.requirements}`]),
    countLine(result.counts),
  ];
  return `${lines.join('\n')}\n`;
}

function failure(verdict: Verdict, paint: Paint): string[] {
  const [head = '', ...rest] = sixLines(verdict);
  return [paint('red', head), ...rest];
}

const section = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0 ? [] : [paint('bold', title), ...lines.map((line) => `  ${line}`), ''];

/** One line for versions that fare alike. */
const operationLines = (operations: readonly OperationRow[]): string[] =>
  operations.flatMap((row) =>
    toldOf(row).map(({ versions, cell }) => {
      const { mark, name } = fares[cell.outcome];
      const all = versions.length === row.cells.length ? '' : ` (${versions.join(', ')})`;
      const says = [cell.because, ...cell.settings].filter((text) => text !== '').map(inLine);
      const told = cell.outcome === 'works' ? says.slice(0, 0) : says;
      return `${mark} ${`${row.title}${all}`.padEnd(48)} ${[name, ...told].join(': ')}`;
    }),
  );

const oneLine = (verdict: Verdict) =>
  `${marks[shownAs(verdict)]} ${verdict.id.padEnd(5)} ${verdict.title}  (${specOf(verdict)})${verdict.unproven ? ' unproven' : ''}`;

const unprovenLine = ({ verdicts }: Result): string[] => {
  const ids = verdicts.filter(({ unproven }) => unproven).map(({ id }) => id);
  return ids.length === 0 ? [] : [ids.join(', ')];
};

/** When an IdP went away, all that was still to be tried is here; the files have all of it. */
const listed = 12;

function firstOf(verdicts: readonly Verdict[]): string[] {
  const lines = verdicts.slice(0, listed).map((verdict) => `${oneLine(verdict)}: ${inLine(verdict.because)}`);
  return verdicts.length > listed ? [...lines, `… and ${verdicts.length - listed} more in verdicts.json`] : lines;
}

/** A reason that is given for the whole run is not said twice. */
const incompleteLines = ({ recordings, reasons }: Result): string[] =>
  recordings
    .filter(({ outcome, note }) => outcome === 'incomplete' && !reasons.includes(note ?? ''))
    .flatMap(({ id, note }) => [`${marks.inconclusive} ${id}: ${inLine(note ?? 'not walked to the end')}`, '']);

/** Of a story that was walked to its end all the same. */
const gapLines = ({ recordings }: Result): string[] =>
  recordings
    .filter(({ outcome, note }) => outcome === 'complete' && note !== null)
    .map(({ id, note }) => `${marks['not-observed']} ${id}: ${inLine(note ?? '')}`);

/** `walk 9.8 s · judge 0.1 s · report 0.3 s · in all 10.2 s` */
export function phasesLine(times: readonly (readonly [name: string, milliseconds: number])[]): string {
  const all = times.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return [...times, ['in all', all] as const]
    .map(([name, milliseconds]) => `${name} ${seconds(milliseconds)}`)
    .join(' · ');
}
