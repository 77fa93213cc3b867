import type { SpecRef } from '../check/check.ts';
import type { OperationOutcome } from '../check/operation.ts';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Where } from '../check/finding.ts';

/** Outcome as it is counted and shown: a deviation that the baseline knows is `known`. */
export type Shown = Verdict['outcome'] | 'known';

export const shownAs = ({ outcome, known }: Verdict): Shown => (known === null ? outcome : 'known');

/** Marks that also work without colour. */
export const marks: Record<Shown, string> = {
  pass: '✓',
  fail: '✗',
  known: '≈',
  warn: '!',
  'not-observed': '?',
  'not-applicable': '–',
  inconclusive: '‽',
};

export const names: Record<Shown, string> = {
  pass: 'passed',
  fail: 'failed',
  known: 'known',
  warn: 'warned',
  'not-observed': 'not observed',
  'not-applicable': 'not applicable',
  inconclusive: 'inconclusive',
};

/** How an operation of APIM fares with an identity provider. */
export const fares: Record<OperationOutcome, { readonly mark: string; readonly name: string }> = {
  works: { mark: '✓', name: 'works' },
  'works-with-a-setting': { mark: '✓', name: 'works with a setting' },
  'cannot-work': { mark: '✗', name: 'cannot work' },
  'not-observed': { mark: '?', name: 'not observed' },
};

/** What the letters of an id stand for. */
const areas: Record<string, string> = {
  D: 'Discovery',
  T: 'Token request',
  R: 'Registration request',
  RT: 'Registration by application type',
  H: 'Handling of answers',
  M: 'Management of a client',
  S: 'Secret renewal',
  X: 'Security',
  P: 'Life cycle of a provider',
  Q: 'Sequences',
  ID: 'IdP: discovery',
  IT: 'IdP: token endpoint',
  IA: 'IdP: who may register',
  IR: 'IdP: registration',
  IE: 'IdP: refused registrations',
  IG: 'IdP: reading a client',
  IU: 'IdP: updating a client',
  IX: 'IdP: deleting a client',
  IN: 'IdP: secret renewal',
  IW: 'IdP: the client at work',
  AP: 'IdP: what APIM needs',
};

/** The letters of an id: `RT` of `RT-05`. */
export const areaOf = ({ id }: Pick<Verdict, 'id'>): string => id.replace(/-\d+$/, '');

export const areaTitle = (area: string): string => areas[area] ?? area;

/** A breach of these is never only advice, and one that was not observed is not green. */
export const isBinding = ({ level }: Pick<Verdict, 'level'>): boolean => level === 'MUST' || level === 'SEC';

/** `RFC 7591 §2` */
export const specOf = ({ spec }: { spec: readonly Pick<SpecRef, 'document' | 'section'>[] }): string => {
  const [first] = spec;
  return first === undefined ? '' : `${first.document}${first.section === '' ? '' : ` §${first.section}`}`;
};

/** `tutorial 7 · POST /t-3f2a/reg → 201 · request body /redirect_uris/0` */
export function whereText({ recording, exchange, request, part, pointer }: Where): string {
  const place = exchange === 0 ? recording : `${recording} ${exchange}`;
  return [place, request, `${part}${pointer === '' ? '' : ` ${pointer}`}`].filter((text) => text !== '').join(' · ');
}

/** Longer texts of a target are cut in lines; `verdicts.json` has all of them. */
const longest = 400;

/** Control characters, and those that change the direction of what follows (Unicode TR 9): neither may reach a terminal. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a target as one line that shows what is in it and does nothing to a terminal. */
export function inLine(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(unprintable, (character) => shortEscapes[character] ?? escaped(character));
}

const shortEscapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What everybody sees of a broken rule, in the same six lines everywhere. */
export function sixLines(verdict: Verdict): string[] {
  const [breach] = verdict.breaches;
  const more = verdict.breachCount > 1 ? `  (and ${verdict.breachCount - 1} more)` : '';
  return [
    `${marks[shownAs(verdict)]} ${verdict.id}  ${verdict.title}   ${specOf(verdict)}   ${verdict.level}`,
    `  expected  ${inLine(breach?.expected ?? '')}`,
    `  found     ${inLine(breach?.found ?? '')}`,
    `  where     ${breach === undefined ? '' : inLine(whereText(breach.where))}${more}`,
    `  because   ${inLine(verdict.because)}`,
    `  more      dcrh explain ${verdict.id}`,
  ];
}

/** `passed 91 · failed 3 · known 4 · …`: the last line of every report. */
export function countLine(counts: Result['counts']): string {
  const shown: Shown[] = ['pass', 'fail', 'known', 'warn', 'not-observed', 'not-applicable'];
  if (counts.inconclusive > 0) shown.push('inconclusive');
  return shown.map((outcome) => `${names[outcome]} ${counts[outcome]}`).join(' · ');
}
