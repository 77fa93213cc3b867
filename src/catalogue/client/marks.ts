import { createHash } from 'node:crypto';

/** The mark of a secret in the golden recordings, the same for the same words: `[secret:0123456789ab]`. */
export const markOf = (words: string): string =>
  `[secret:${createHash('sha256').update(words).digest('hex').slice(0, 12)}]`;
