import { visit } from 'jsonc-parser';

/** One member at any depth of a JSON value. */
export interface Member {
  readonly path: readonly string[];
  readonly name: string;
  readonly value: unknown;
}

/** Every member of every object in a JSON value. */
export function* membersIn(value: unknown, path: readonly string[] = []): Generator<Member> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = [...path, name];
    if (!Array.isArray(value)) yield { path: here, name, value: inner };
    yield* membersIn(inner, here);
  }
}

/** Names that one object of a JSON text has twice (RFC 8259 §4). */
export function repeatedNames(text: string): readonly string[] {
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name) => {
      const names = open.at(-1);
      if (names?.has(name) === true) repeated.push(name);
      names?.add(name);
    },
  });
  return repeated;
}
