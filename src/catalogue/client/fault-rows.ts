import type { SpecRef } from '../../check/check.ts';
import type { Level } from '../../check/level.ts';
import { everyProfile, type CatalogueCheck } from '../define.ts';
import {
  affected,
  hasClientOrIsRefused,
  incidents,
  lastWords,
  isCreated,
  tells,
  tellsOf,
  isExplained,
  type Faults,
} from '../reactions.ts';
import { every } from '../rules.ts';
import { createWith, refuse, say, silence } from './fault-mutations.ts';
import { mutant } from './mutations.ts';

/** What is the rows' own; the rule follows from what they have in common. The first fault is the one that must be seen. */
export interface FaultRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly spec: readonly [SpecRef, ...SpecRef[]];
  readonly level?: Level;
  readonly faults: Faults;
  readonly why: string;
  readonly quote?: string;
  readonly related?: readonly string[];
}

export const rowOf = ({ faults, level = 'INTEROP', ...row }: FaultRow) => ({
  ...row,
  level,
  profiles: everyProfile,
  needs: [`fault:${faults[0]}`] as const,
});

/** The application is created all the same. */
export const toleratedRow = (row: FaultRow): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(affected(row.faults), isCreated),
  mutant: mutant('refuses the application', refuse(row.faults[0])),
});

/** No application without a client comes of it. */
export const clientlessRow = (row: FaultRow): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(affected(row.faults), hasClientOrIsRefused),
  mutant: mutant('creates an application without a client id', createWith(row.faults[0], null)),
});

/** A person reads what all of the words are about. */
export const toldRow = (row: FaultRow, expected: string, ...words: readonly RegExp[]): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(incidents(row.faults), tells(expected, ...words)),
  mutant: mutant('says nothing of it', say(row.faults[0], 'Internal server error')),
});

/** A person reads one of the values of the answer's own members. */
export const passedOnRow = (row: FaultRow, ...members: readonly string[]): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(lastWords(row.faults), tellsOf(...members)),
  mutant: mutant('says that something went wrong', say(row.faults[0], 'Internal server error')),
});

/** The application is created, or a person reads why not, in words for people. */
export const explainedRow = (row: FaultRow): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(incidents(row.faults), isExplained),
  mutant: mutant(
    'refuses the application with the words of its own programming language',
    refuse(row.faults[0], 'java.lang.NullPointerException: Cannot invoke "Object.toString()" because "x" is null'),
    say(row.faults[0], 'java.lang.NullPointerException: Cannot invoke "Object.toString()" because "x" is null'),
  ),
});

/** A person reads anything at all. */
export const noticedRow = (row: FaultRow): CatalogueCheck => ({
  ...rowOf(row),
  judge: every(incidents(row.faults), tells('what went wrong')),
  mutant: mutant('says nothing at all', silence(row.faults[0])),
});
