import type { Result } from '../check/result.ts';
import type { PartLog } from '../recording/part-log.ts';

/** What a result tells of the containers of its run; their logs stand in the page and in a file of their own. */
export const partsOf = (logs: readonly PartLog[]): Pick<Result, 'parts'> =>
  logs.length === 0 ? {} : { parts: logs.map(({ part, state }) => ({ part, state })) };
