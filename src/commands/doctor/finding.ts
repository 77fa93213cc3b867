/** One thing that a run needs, as it is found here. */
export interface Finding {
  readonly what: string;
  /** `missing`: no run without it. `wanted`: only runs with containers, or one kind of them, need it. */
  readonly how: 'good' | 'wanted' | 'missing';
  readonly says: string;
  /** What to do; of nothing that is good. */
  readonly todo?: string;
}

const marks: Record<Finding['how'], string> = { good: '✓', wanted: '!', missing: '✗' };

export const findingText = ({ what, how, says, todo }: Finding): string =>
  `${marks[how]} ${what.padEnd(11)} ${says}\n${todo === undefined ? '' : `${' '.repeat(14)}→ ${todo}\n`}`;

/** 3 when a run is not possible; of what only containers need, when they are wanted. */
export const codeOf = (findings: readonly Finding[], containers: boolean): 0 | 3 =>
  findings.some(({ how }) => how === 'missing' || (containers && how === 'wanted')) ? 3 : 0;
