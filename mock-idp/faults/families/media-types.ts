import { asLatin1, asUtf16 } from '../bytes.ts';
import { headerOfSuccess } from '../change.ts';
import type { Effect, FaultTable } from '../define.ts';

const type = (value: string | null) => headerOfSuccess('Content-Type', value);

type Group = 'type' | 'charset';

type Shape = Omit<Effect, 'says' | 'rows'> & { group: Group; says: (answer: string) => string };

/** RFC 8259 §8.1, §11: JSON between systems is UTF-8, its media type has no charset parameter. */
const shapes: Readonly<Record<string, Shape>> = {
  'content-type-missing': { group: 'charset', says: (answer) => `${answer} has no Content-Type`, change: type(null) },
  'content-type-text': {
    group: 'charset',
    says: (answer) => `${answer} is JSON that is called text/plain`,
    change: type('text/plain'),
  },
  'content-type-html': {
    group: 'type',
    says: (answer) => `${answer} is JSON that is called text/html`,
    change: type('text/html'),
  },
  'content-type-jwt': {
    group: 'type',
    says: (answer) => `${answer} is JSON that is called a JWT`,
    change: type('application/jwt'),
  },
  'charset-missing': {
    group: 'charset',
    says: (answer) => `${answer} names its media type without a charset`,
    change: type('application/json'),
  },
  'charset-latin1': {
    group: 'charset',
    says: (answer) => `${answer} is in ISO 8859-1 and says so`,
    change: type('application/json; charset=ISO-8859-1'),
    encode: asLatin1,
  },
  'charset-wrong': {
    group: 'charset',
    says: (answer) => `${answer} is in UTF-8 and says ISO 8859-1`,
    change: type('application/json; charset=ISO-8859-1'),
  },
  'charset-utf-16': {
    group: 'charset',
    says: (answer) => `${answer} is in UTF-16 and says so`,
    change: type('application/json; charset=utf-16'),
    encode: asUtf16,
  },
};

export interface MediaTypes {
  /** The answer, as the first words of a sentence: `the token answer`. */
  answer: string;
  /** How the faults are called: `token` gives `token-charset-missing`. */
  prefix: string;
  /** Another type of content, and another way to read its letters. */
  rows: Record<Group, readonly string[]>;
  /** Without UTF-16: an answer with secrets in it, which could not be found in such bytes. */
  secret: boolean;
}

export const mediaTypes = ({ answer, prefix, rows, secret }: MediaTypes): FaultTable =>
  Object.fromEntries(
    Object.entries(shapes)
      .filter(([kind]) => !(secret && kind === 'charset-utf-16'))
      .map(([kind, { group, says, ...effect }]) => [
        `${prefix}-${kind}`,
        { ...effect, says: says(answer), rows: rows[group] },
      ]),
  );
