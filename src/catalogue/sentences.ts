import type { Complaint } from './rules.ts';

/** Words of a program about itself: stack frames, class names, a value that was not there. */
export const programWords =
  /\b[a-z]+\.[a-z.]+[A-Z]\w+(?:Exception|Error)\b|\b(?:Type|Range|Reference|Syntax)Error: |\bNullPointer|\bCannot invoke\b|\bCannot read propert|\bis not a function\b|^\s*at .+:\d+/m;

/** A person reads a sentence, not the words of a program. */
export function isSentence(message: string | undefined): Complaint | undefined {
  const expected = 'a message for people';
  if (message === undefined || message.trim() === '') return { expected, found: 'no message' };
  return programWords.test(message) ? { expected, found: JSON.stringify(message.slice(0, 160)) } : undefined;
}
