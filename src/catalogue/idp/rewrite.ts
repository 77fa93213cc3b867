import { createHash } from 'node:crypto';
import { jsonOf, objectOf } from '../../recording/body.ts';
import type { Exchange, Fact, Header } from '../../recording/exchange.ts';
import type { ProbedCase, Recording } from '../../recording/recording.ts';
import type { Mutant } from '../../check/check.ts';
import type { Story } from '../define.ts';
import type { AnswerRef } from './answers.ts';

/** An answer of the IdP: `body` is the parsed JSON, or the text when it is none. A fault of the recorder has the same form. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: unknown;
}

export type Change = (answer: Answer) => Answer;

/** Which answers a wrong IdP gives otherwise, and how. The same data breaks a recording and, live, the recorder's answers. */
export interface Rewrite {
  readonly at: AnswerRef;
  readonly change: Change;
}

/** What a case noted, changed: for what no answer shows. */
export interface Renote {
  readonly case: string;
  readonly notes: ProbedCase['notes'];
}

/** Answers that come later, by milliseconds. */
export interface Delay {
  readonly late: AnswerRef;
  readonly by: number;
}

/** A wrong IdP, as data. */
export interface IdpMutant extends Mutant<Story> {
  readonly rewrites: readonly Rewrite[];
  readonly renotes: readonly Renote[];
  readonly delays: readonly Delay[];
}

export const rewrite = (at: AnswerRef, ...changes: readonly Change[]): Rewrite => ({
  at,
  change: (answer) => changes.reduce((so, change) => change(so), answer),
});

/** The same change at several answers. */
export const rewriteEach = (refs: readonly AnswerRef[], ...changes: readonly Change[]): Rewrite[] =>
  refs.map((at) => rewrite(at, ...changes));

export const idpMutant = (says: string, ...wrong: readonly (Rewrite | Renote | Delay)[]): IdpMutant => {
  const faults = {
    rewrites: wrong.filter((one) => 'at' in one),
    renotes: wrong.filter((one) => 'case' in one),
    delays: wrong.filter((one) => 'late' in one),
  };
  return { says, ...faults, change: (good) => applied(good, faults) };
};

export const renote = (caseName: string, notes: ProbedCase['notes']): Renote => ({ case: caseName, notes });

export const delay = (late: AnswerRef, by: number): Delay => ({ late, by });

function applied(good: Story, { rewrites, renotes, delays }: Omit<IdpMutant, 'says' | 'change'>): Story {
  let touched = 0;
  const bad = good.map((whole) => {
    const late = delays.flatMap(({ late: ref, by }) => numbersOf(whole, ref).map((number) => ({ number, by })));
    touched += late.length;
    const recording = late.reduce(delayed, whole);
    const changes = new Map<number, Change[]>();
    for (const { at, change } of rewrites)
      for (const number of numbersOf(recording, at)) changes.set(number, [...(changes.get(number) ?? []), change]);
    const renoted = renotes.filter(({ case: name }) => recording.cases?.some((tried) => tried.name === name));
    touched += changes.size + renoted.length;
    return changes.size + renoted.length === 0 ? recording : changed(recording, changes, renoted);
  });
  if (touched === 0) throw new Error('the mutant touches no answer of the good IdP');
  return bad;
}

function numbersOf({ cases = [] }: Recording, ref: AnswerRef): readonly number[] {
  const [name, purpose] = ref.split('#', 2);
  const tried = cases.find((one) => one.name === name);
  if (tried === undefined) return [];
  if (purpose === undefined) return tried.decisive === null ? [] : [tried.decisive];
  return tried.exchanges.filter((one) => one.purpose === purpose).map(({ number }) => number);
}

function changed(
  recording: Recording,
  changes: ReadonlyMap<number, readonly Change[]>,
  renoted: readonly Renote[],
): Recording {
  const exchanges = recording.exchanges.map((exchange) => {
    const own = changes.get(exchange.number);
    return own === undefined ? exchange : answeredOtherwise(exchange, own);
  });
  const statusOf = new Map(exchanges.map(({ number, response }) => [number, response.status]));
  return {
    ...recording,
    exchanges,
    cases: (recording.cases ?? []).map((tried) => ({
      ...tried,
      outcome: outcomeOf(tried, statusOf),
      notes: notesOf(tried, renoted),
    })),
  };
}

const delayed = (recording: Recording, { number, by }: { number: number; by: number }): Recording => ({
  ...recording,
  exchanges: recording.exchanges.map((exchange) =>
    exchange.number === number ? { ...exchange, endedAt: exchange.endedAt + by } : exchange,
  ),
});

const notesOf = ({ name, notes }: ProbedCase, renoted: readonly Renote[]): ProbedCase['notes'] =>
  renoted.filter((one) => one.case === name).reduce((so, one) => ({ ...so, ...one.notes }), notes);

function outcomeOf({ outcome, decisive }: ProbedCase, statusOf: ReadonlyMap<number, number>): ProbedCase['outcome'] {
  if (decisive === null || outcome === 'skipped' || outcome === 'failed') return outcome;
  const status = statusOf.get(decisive) ?? 0;
  return status >= 200 && status < 300 ? 'accepted' : 'refused';
}

function answeredOtherwise(exchange: Exchange, changes: readonly Change[]): Exchange {
  const { response } = exchange;
  const { text } = response.body;
  const before: Answer = {
    status: response.status,
    headers: response.headers.map(([name, value]) => [name, value]),
    body: jsonOf(text) ?? text,
  };
  const after = changes.reduce((answer, change) => change(answer), before);
  const { body, facts } = withMarks(after.body);
  const written = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const hashes = new Set(facts.map((fact) => (fact.kind === 'secret' ? fact.member : '')));
  return {
    ...exchange,
    response: {
      ...response,
      status: after.status,
      headers: after.headers,
      body: { text: written, encoding: 'utf8', bytes: Buffer.byteLength(written) },
    },
    facts: [...exchange.facts.filter((fact) => fact.kind !== 'secret' || !hashes.has(fact.member)), ...facts],
  };
}

const secretMembers = ['client_secret', 'registration_access_token', 'access_token', 'refresh_token', 'id_token'];

const alphabetOf = (value: string) =>
  /^\d*$/.test(value) ? 'digits' : /^[\w-]*$/.test(value) ? 'base64url' : 'printable-ascii';

/** A recording holds no secret: one that a mutant makes up becomes a mark and a fact, as the recorder would have it. */
function withMarks(body: unknown): { body: unknown; facts: Fact[] } {
  const members = objectOf(body);
  if (members === undefined) return { body, facts: [] };
  const facts: Fact[] = [];
  const marked = Object.entries(members).map(([member, value]) => {
    if (!secretMembers.includes(member) || typeof value !== 'string' || value.startsWith('[secret:'))
      return [member, value];
    const hash = `[secret:${createHash('sha256').update(value).digest('hex').slice(0, 12)}]`;
    facts.push({ kind: 'secret', hash, member, length: value.length, alphabet: alphabetOf(value) });
    return [member, hash];
  });
  return { body: Object.fromEntries(marked), facts };
}

export const setStatus =
  (status: number): Change =>
  (answer) => ({ ...answer, status });

const isNamed =
  (name: string) =>
  ([own]: Header): boolean =>
    own.toLowerCase() === name.toLowerCase();

export const dropHeader =
  (name: string): Change =>
  (answer) => ({ ...answer, headers: answer.headers.filter((header) => !isNamed(name)(header)) });

export const setHeader =
  (name: string, value: string): Change =>
  (answer) => ({ ...answer, headers: [...answer.headers.filter((header) => !isNamed(name)(header)), [name, value]] });

/** Changes the members of the JSON object; an answer that is none becomes one. */
export const editMembers =
  (change: (members: Record<string, unknown>) => Record<string, unknown>): Change =>
  (answer) => ({ ...answer, body: change({ ...objectOf(answer.body) }) });

export const setMembers = (members: Record<string, unknown>): Change =>
  editMembers((body) => ({ ...body, ...members }));

export const dropMembers = (...names: readonly string[]): Change =>
  editMembers((body) => Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name))));

export const mapMember = (name: string, change: (value: unknown) => unknown): Change =>
  editMembers((body) => ({ ...body, [name]: change(body[name]) }));

/** Replaces the whole body: a text as it is, anything else as JSON. */
export const setBody =
  (body: unknown): Change =>
  (answer) => ({ ...answer, body });

/** A refusal as RFC 7591 §3.2.2 and RFC 6749 §5.2 write it. */
export const refuse =
  (status: number, error: string): Change =>
  (answer) =>
    setHeader('Content-Type', 'application/json')({ ...answer, status, body: { error } });
