/** Members of a provider that are written and never read. */
const members: ReadonlySet<string> = new Set(['client_secret', 'initial_access_token', 'password', 'keyPassword']);

/** Shown in place of a value, and sent back for "as it was". */
const placeholder = '********';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const mapped = <T extends object>(value: T, change: (name: string, member: unknown) => unknown): T =>
  // The same names are there as before.
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(name, member)])) as T;

/** A provider as it may be shown. */
export const hidden = <T extends object>(value: T): T =>
  mapped(value, (name, member) =>
    members.has(name) && typeof member === 'string'
      ? placeholder
      : isObject(member) && !Array.isArray(member)
        ? hidden(member)
        : member,
  );

/** A provider as it was sent, with the values that its sender had not seen. */
export const revealed = <T extends object>(value: T, old: object): T =>
  mapped(value, (name, member) => {
    const before: unknown = Object.entries(old).find(([known]) => known === name)?.[1];
    if (members.has(name) && member === placeholder) return before;
    return isObject(member) && !Array.isArray(member) && isObject(before) ? revealed(member, before) : member;
  });
