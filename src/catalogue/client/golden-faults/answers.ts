import { answerWith, type Answered, type Json } from '../golden-story.ts';

/** Makes the changed answer of the good one. */
export type Change = (good: Json) => Answered;

const created = 201;

export const withMembers =
  (members: Json): Change =>
  (good) =>
    answerWith({ ...good, ...members });

export const without =
  (...names: readonly string[]): Change =>
  (good) =>
    answerWith(Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name))));

export const only =
  (...names: readonly string[]): Change =>
  (good) =>
    answerWith(Object.fromEntries(Object.entries(good).filter(([name]) => names.includes(name))));

export const unchanged: Change = (good) => answerWith(good);

/** The same answer with other facts of its delivery. */
export const but =
  (facts: Answered, change: Change = unchanged): Change =>
  (good) => ({ ...change(good), ...facts });

export const asCreated = (change: Change): Change => but({ status: created }, change);

export const text =
  (status: number, body: string): Change =>
  () => ({ status, text: body });

export const refusal =
  (status: number, error: string, description: string, ...headers: (readonly [string, string])[]): Change =>
  () => ({
    status,
    headers: [['Content-Type', 'application/json'], ...headers.map(([name, value]): [string, string] => [name, value])],
    text: JSON.stringify({ error, error_description: description }),
  });

export const json =
  (status: number, body: unknown): Change =>
  () => ({ status, text: JSON.stringify(body) });

export const page =
  (status: number): Change =>
  () => ({ status, headers: [['Content-Type', 'text/html']], text: '<!doctype html><title>Sign in</title>' });

export const nothing =
  (status: number): Change =>
  () => ({ status, headers: [], text: '' });

export const redirect =
  (status: number, location: string): Change =>
  () => ({ status, headers: [['Location', location]], text: '' });

export const cutOff: Change = () => ({ status: created, delivery: 'cut', text: '{"client_id":"id-' });
