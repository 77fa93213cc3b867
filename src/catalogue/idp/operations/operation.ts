import type { ApimVersion } from '../../../check/operation.ts';

/** One thing that has to go well for an operation. */
export interface Requirement {
  /** Case that has to be accepted. */
  readonly case: string;
  /** What APIM does there, as a sentence. */
  readonly apim: string;
  /** What to set or to leave alone when the case is not accepted; the operation then works all the same. */
  readonly otherwise?: string;
  /** A case that has to be accepted then. */
  readonly instead?: string;
  /** Rules that must not fail. */
  readonly rules?: readonly string[];
  /** Only these versions ask for it; all when left out. */
  readonly versions?: readonly ApimVersion[];
}

export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly Requirement[];
  /** Has to be set in APIM for the operation to be there at all. */
  readonly setting?: string;
  /** What is so even when it works. */
  readonly note?: string;
}
