import { objectOf } from '../../src/recording/body.ts';
import { isNamed, withHeader, withoutHeader } from '../recorder/message.ts';
import type { Answer, Fault } from './fault.ts';

export type Change = NonNullable<Fault['change']>;

/** Leaves refusals and errors as they are. */
const onSuccess =
  (change: Change): Change =>
  (answer, url) =>
    answer.status >= 200 && answer.status <= 299 ? change(answer, url) : answer;

type Members = Readonly<Record<string, unknown>>;

/** Changes the members of an answer that succeeded; an error, or what is no JSON object, stays as it is. */
const members = (change: (body: Members, answer: Answer) => Members): Change =>
  onSuccess((answer) => {
    const body = objectOf(answer.body);
    if (body === undefined) return answer;
    const changed = change(body, answer);
    return changed === body ? answer : { ...answer, body: changed };
  });

/** Sets members, in place where they are there already. */
export const withMembers = (extra: Members): Change => members((body) => ({ ...body, ...extra }));

/** Gives members a value made from the one they have; a member that is absent, or whose value stays, changes nothing. */
export const mapMember = (name: string, map: (value: unknown) => unknown): Change =>
  members((body) => {
    const value = name in body ? map(body[name]) : body[name];
    return value === body[name] ? body : { ...body, [name]: value };
  });

/** The same for a member that is a string; one of another type stays. */
export const mapText = (name: string, map: (text: string) => string): Change =>
  mapMember(name, (value) => (typeof value === 'string' ? map(value) : value));

export const withoutMembers = (...names: readonly string[]): Change =>
  members((body) =>
    names.some((name) => name in body)
      ? Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
      : body,
  );

export const onlyMembers = (...names: readonly string[]): Change =>
  members((body) => Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name))));

/** Sets a member to a time so many seconds after the `Date` of the answer, counted since the epoch. */
export const memberAfterDate = (name: string, seconds: number): Change =>
  members((body, answer) => {
    const date = dateOf(answer);
    return date === undefined ? body : { ...body, [name]: Math.floor(date / 1000) + seconds };
  });

/** Milliseconds since the epoch. */
function dateOf({ headers }: Answer): number | undefined {
  const time = Date.parse(headers.find((header) => isNamed(header, 'date'))?.[1] ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** `null` removes the header. */
export const header =
  (name: string, value: string | null): Change =>
  (answer) => ({
    ...answer,
    headers: value === null ? withoutHeader(answer.headers, name) : withHeader(answer.headers, name, value),
  });

/** A header of an answer that succeeded; `null` removes it. */
export const headerOfSuccess = (name: string, value: string | null): Change => onSuccess(header(name, value));

/** One header more, beside those of the same name. */
export const addHeader = (name: string, value: string): Change =>
  onSuccess((answer) => ({ ...answer, headers: [...answer.headers, [name, value]] }));

/** RFC 9110 §10.2.3: a date, so many seconds after the answer's own. */
export const retryAfterDate =
  (seconds: number): Change =>
  (answer) => {
    const date = dateOf(answer);
    if (date === undefined) return answer;
    return header('Retry-After', new Date(date + seconds * 1000).toUTCString())(answer, '');
  };

/** Another status for an answer that succeeded. */
export const status = (code: number): Change => onSuccess((answer) => ({ ...answer, status: code }));

/** Another body for an answer that succeeded: a string goes out as it is, undefined as nothing, all else as JSON. */
export const bodyOfSuccess = (body: unknown): Change => onSuccess((answer) => ({ ...answer, body }));

/** Changes after one another, left to right. */
export const inTurn =
  (...changes: readonly Change[]): Change =>
  (answer, url) =>
    changes.reduce((so, change) => change(so, url), answer);
