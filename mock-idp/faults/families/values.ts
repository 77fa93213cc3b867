import { mapMember, withMembers, withoutMembers, type Change } from '../change.ts';
import type { FaultTable } from '../define.ts';

/** What can be wrong with the value of a member, whatever the member means. */
const wrong = {
  missing: { says: (member: string) => `has no ${member}`, change: (member: string) => withoutMembers(member) },
  null: { says: (member) => `has a ${member} that is null`, change: (member) => withMembers({ [member]: null }) },
  empty: {
    says: (member) => `has a ${member} of no characters`,
    change: (member) => withMembers({ [member]: '' }),
  },
  number: { says: (member) => `has a ${member} that is a number`, change: (member) => withMembers({ [member]: 123 }) },
  array: {
    says: (member) => `has its ${member} inside an array`,
    change: (member) => mapMember(member, (value) => [value]),
  },
  object: {
    says: (member) => `has its ${member} inside an object`,
    change: (member) => mapMember(member, (value) => ({ [member]: value })),
  },
} satisfies Record<string, { says: (member: string) => string; change: (member: string) => Change }>;

export type Wrong = keyof typeof wrong;

export interface Member {
  member: string;
  /** The answer it is in, as the first words of a sentence: `the token answer`. */
  answer: string;
  /** How the faults are called: `token` gives `token-missing`. */
  prefix: string;
  /** The faults that there are, each with its rows. */
  kinds: Partial<Record<Wrong, readonly string[]>>;
}

export const wrongValues = ({ member, answer, prefix, kinds }: Member): FaultTable =>
  Object.fromEntries(
    wrongKinds
      .filter((kind) => kinds[kind] !== undefined)
      .map((kind) => [
        `${prefix}-${kind}`,
        { says: `${answer} ${wrong[kind].says(member)}`, rows: kinds[kind] ?? [], change: wrong[kind].change(member) },
      ]),
  );

const wrongKinds: readonly Wrong[] = ['missing', 'null', 'empty', 'number', 'array', 'object'];
