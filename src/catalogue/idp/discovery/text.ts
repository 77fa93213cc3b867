import type { SeenExchange } from '../../../recording/seen.ts';
import type { Demand, ExchangeSpot } from '../../rules.ts';

/** The first name that an object of the JSON text has twice; `JSON.parse` keeps the last and says nothing. */
export function repeatedMember(text: string): string | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g) ?? [];
  const open: (Set<string> | undefined)[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (tokens[index + 1] === ':') {
      const names = open.at(-1);
      if (names?.has(token)) return token;
      names?.add(token);
    }
  }
  return undefined;
}

/** RFC 8259 §4 and §8.1: names are unique, the encoding is UTF-8, without a byte order mark. */
export const isStrictJson: Demand<ExchangeSpot<SeenExchange>> = ({ value: { response } }) => {
  const { text, encoding } = response.body;
  const expected = 'JSON in UTF-8 without a byte order mark and with each member once';
  if (encoding !== 'utf8') return { expected, found: 'bytes that are no UTF-8' };
  if (text.startsWith('\uFEFF')) return { expected, found: 'a byte order mark' };
  if (response.json === undefined) return { expected, found: 'no JSON' };
  const twice = repeatedMember(text);
  return twice === undefined ? undefined : { expected, found: `${twice} twice` };
};
