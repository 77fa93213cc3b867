/** Characters of a source that the product's JSON library quotes in an error. */
const quoted = 500;

const source = (text: string) =>
  text.length <= quoted
    ? `(String)"${text}"`
    : `(String)"${text.slice(0, quoted)}"[truncated ${text.length - quoted} chars]`;

/** Where in the source the library stands; one line is all that an IdP sends. */
const at = (text: string, column: number) => `\n at [Source: ${source(text)}; line: 1, column: ${column}]`;

const literals = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** What the library says of a text that is no JSON: by its first character, as recorded from 3.20.32. */
export function noJson(text: string): string {
  const [first = ''] = text;
  const code = first.codePointAt(0) ?? 0;
  const word = /^\w+/.exec(text)?.[0];
  if (word !== undefined) return `Unrecognized token '${word}': was expecting ${literals}${at(text, word.length + 1)}`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : '';
  return `Unexpected character ('${first}' (code ${code}${hex})): expected a valid value ${literals}${at(text, 2)}`;
}

/** What Java says when a method is called on an answer that was the word `null`. */
export const calledOnNull = (method: string, variable: string): string =>
  `Cannot invoke "io.gravitee.rest.api.service.impl.configuration.application.registration.client.${method}" because "${variable}" is null`;
