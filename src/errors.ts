/** A mistake of the user: wrong option, unreadable file. One sentence: what, where, what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The target or the environment could not be used, so nothing can be said about the product. Exit code 3. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
}

/** A mistake of ours; shown with its stack. Exit code 70 (EX_SOFTWARE). */
export class Bug extends Error {
  override readonly name = 'Bug';
}
