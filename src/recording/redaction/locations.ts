import { visit } from 'jsonc-parser';
import { isTooDeep } from '../depth.ts';
import { placeholders, privateKeyMembers, secretFormMembers, secretMembers } from './secret-members.ts';

/** A secret value and where its characters stand in the text. */
export interface Located {
  member: string;
  value: string;
  start: number;
  end: number;
}

/**
 * Secrets in a JSON text: every string at or below a member that holds one, at any depth; the private members of a key only
 * beside its `kty`. A string that the text breaks off in has no closing quote, and all of it counts.
 */
export function inJson(text: string): Located[] {
  const found: Located[] = [];
  const inKey = text.includes('"kty"');
  const isSecret = (member: unknown) =>
    typeof member === 'string' && (secretMembers.has(member) || (inKey && privateKeyMembers.has(member)));
  visit(text, {
    onLiteralValue: (value: unknown, offset, length, _line, _character, pathSupplier) => {
      if (typeof value !== 'string' || placeholders.has(value)) return;
      const member = pathSupplier().find(isSecret);
      if (member === undefined) return;
      const end = offset + length;
      found.push({ member: String(member), value, start: offset + 1, end: text.endsWith('"', end) ? end - 1 : end });
    },
  });
  return found;
}

/** Secrets in `application/x-www-form-urlencoded` text: a body, or the query of a URL (then `from` is where it begins). */
export function inForm(text: string, from = 0): Located[] {
  const found: Located[] = [];
  let start = from;
  for (const pair of text.slice(from).split('&')) {
    const equals = pair.indexOf('=');
    const member = equals < 0 ? pair : pair.slice(0, equals);
    if (equals >= 0 && secretFormMembers.has(member)) {
      const value = new URLSearchParams(pair).get(member) ?? '';
      if (!placeholders.has(value)) found.push({ member, value, start: start + equals + 1, end: start + pair.length });
    }
    start += pair.length + 1;
  }
  return found;
}

export const inUrl = (url: string): Located[] => {
  const query = url.indexOf('?');
  return query < 0 ? [] : inForm(url, query + 1);
};

/** Secrets of a body, by what its text looks like; the media type may be the very thing that is wrong with it. */
export function inBody(text: string): Located[] {
  if (!/^\s*[[{]/.test(text)) return inForm(text);
  return isTooDeep(text) ? [{ member: tooDeep, value: text, start: 0, end: text.length }] : inJson(text);
}

/** Such a body is a secret as a whole: the parser that finds the secrets in it would not come back. */
const tooDeep = 'body';

/** The text with every located value replaced. */
export function replaceLocated(text: string, located: readonly Located[], mark: (value: string) => string): string {
  let done = '';
  let from = 0;
  for (const { value, start, end } of [...located].sort((a, b) => a.start - b.start)) {
    done += text.slice(from, start) + mark(value);
    from = end;
  }
  return done + text.slice(from);
}
