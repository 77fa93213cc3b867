import type { Answer, At } from '../conduct/wire.ts';
import type { Conduct } from '../conduct.ts';
import { refusal } from '../refusal.ts';

/** One way to be wrong: it breaks the row of the rule book that it is named after. */
export interface Behaviour {
  /** What the wrong client does. */
  readonly says: string;
  /** Other rows that the same thing breaks, because they look at it from another side. */
  readonly also?: readonly string[];
  /** The decisions that are other than those of the correct client. */
  readonly change: (good: Conduct) => Partial<Conduct>;
}

export type BehaviourTable = Readonly<Record<string, Behaviour>>;

/** What a program says of itself in place of what is wrong. */
export const crash = (thing: string, member: string): Error =>
  refusal(`TypeError: Cannot read properties of ${thing} (reading '${member}')`, 'unusable');

/** Another number for one endpoint, the good one for all others. */
export const onlyAt =
  <Rest extends readonly unknown[]>(endpoint: At, other: number, good: (at: At, ...rest: Rest) => number) =>
  (at: At, ...rest: Rest): number =>
    at === endpoint ? other : good(at, ...rest);

/** Asks ten times without a pause where the good client asks once more, later. */
export const hammersAt =
  (endpoint: At, ...statuses: readonly number[]): Behaviour['change'] =>
  (good) => ({
    pauseBefore(attempt) {
      if (attempt.at !== endpoint || !statuses.includes(attempt.answer.status)) return good.pauseBefore(attempt);
      return attempt.number < 10 ? 0 : undefined;
    },
    rest: () => 0,
  });

/** Says something else about an answer that the good client explains. */
export const says =
  (when: (answer: Answer, at: At) => boolean, other: (answer: Answer) => string): Behaviour['change'] =>
  (good) => ({
    explain: (answer, request) => (when(answer, request.at) ? other(answer) : good.explain(answer, request)),
  });

/** What a parser says, and the body it says it of. */
export const parserSays = (text: string, error: unknown): string => `${String(error)} in ${text.slice(0, 400)}`;
