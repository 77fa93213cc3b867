import { truncated, withByteOrderMark } from '../bytes.ts';
import { bodyOfSuccess } from '../change.ts';
import type { Effect, FaultTable } from '../define.ts';

type Shape = Omit<Effect, 'says'> & { says: (answer: string) => string };

/** What can stand where a JSON object belongs. The IdP has done what it was asked. */
const shapes = {
  truncated: { says: (answer) => `${answer} ends before its JSON does`, encode: truncated },
  bom: { says: (answer) => `${answer} begins with a byte order mark`, encode: withByteOrderMark },
  'body-empty': { says: (answer) => `${answer} has no body`, change: bodyOfSuccess(undefined) },
  'body-null': { says: (answer) => `${answer} is JSON and nothing but null`, change: bodyOfSuccess(null) },
  'body-array': { says: (answer) => `${answer} is an array with nothing in it`, change: bodyOfSuccess([]) },
  'body-string': { says: (answer) => `${answer} is a JSON string`, change: bodyOfSuccess('"x"') },
} satisfies Record<string, Shape>;

export interface Bodies {
  /** The answer, as the first words of a sentence: `the token answer`. */
  answer: string;
  /** How the faults are called: `token` gives `token-bom`. */
  prefix: string;
  /** The faults that there are, each with its rows. */
  kinds: Partial<Record<keyof typeof shapes, readonly string[]>>;
}

export const bodies = ({ answer, prefix, kinds }: Bodies): FaultTable =>
  Object.fromEntries(
    Object.entries<Shape>(shapes).flatMap(([kind, { says, ...effect }]) => {
      const rows = new Map(Object.entries(kinds)).get(kind);
      return rows === undefined ? [] : [[`${prefix}-${kind}`, { ...effect, says: says(answer), rows }]];
    }),
  );
