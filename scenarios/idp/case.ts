import type { Sent } from './http/sent.ts';
import type { CapabilityName } from './capability.ts';
import type { Probe } from './probe.ts';

/**
 * One thing that is tried at an identity provider, as data and one function. `run` sends the requests and gives the answer that
 * decides: a success makes the case accepted, anything else refused. It asserts nothing; rules read the recording.
 */
export interface ProbeCase {
  /** Stable name; `case:NAME` is what a check needs. */
  readonly name: string;
  readonly title: string;
  /** Without these the case does not apply, and is skipped with the proof. */
  readonly needs?: readonly CapabilityName[];
  /** Name of the case with the same request without the defect; it is tried first. */
  readonly twin?: string;
  /** Part of `--smoke`. */
  readonly smoke?: true;
  readonly run: (probe: Probe) => Promise<Sent>;
}

/** Cases of one phase; each group becomes one recording, `idp-<name>`. */
export interface ProbeGroup {
  readonly name: string;
  readonly title: string;
  readonly cases: readonly ProbeCase[];
}

export const defineGroup = (name: string, title: string, ...cases: readonly ProbeCase[]): ProbeGroup => ({
  name,
  title,
  cases,
});
