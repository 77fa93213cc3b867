/**
 * Levels of JSON that are read. Parsers and writers that call themselves for each level come to the end of the stack at one or
 * two thousand; nothing that a provider has to say goes deeper than ten.
 */
export const deepest = 500;

/** Whether objects and arrays of a JSON text, or of its beginning, lie in each other deeper than that. Texts in it do not count. */
export function isTooDeep(text: string): boolean {
  if (text.length <= deepest) return false;
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
