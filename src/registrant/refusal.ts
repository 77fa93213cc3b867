/**
 * Why something did not happen. `lost`: the answer never came, so that nobody knows whether it was done. `late`: it may
 * still come. `unusable`: it was done, and the answer says things that cannot be used.
 */
export type RefusalKind = 'refused' | 'lost' | 'late' | 'unreachable' | 'unusable' | 'not-manageable';

interface Mark {
  readonly refusal: RefusalKind;
}

/** An end that the person is told of in these words; every other error is a mistake of ours. */
export const refusal = (message: string, kind: RefusalKind = 'refused'): Error =>
  new Error(message, { cause: { refusal: kind } satisfies Mark });

const isMark = (cause: unknown): cause is Mark => typeof cause === 'object' && cause !== null && 'refusal' in cause;

/** The kind of a refusal; undefined for any other error. */
export const kindOf = (error: unknown): RefusalKind | undefined =>
  error instanceof Error && isMark(error.cause) ? error.cause.refusal : undefined;

/** What the person is told. Throws what is no refusal. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && kindOf(error) !== undefined) return error.message;
  throw error;
}
