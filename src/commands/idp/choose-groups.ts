import type { ProbeGroup } from '../../../scenarios/idp/case.ts';
import { groups, smokeGroups } from '../../../scenarios/idp/index.ts';
import { UsageError } from '../../errors.ts';

/** Groups that all others build on: addresses, a token, clients to work with. */
const foundation: readonly string[] = ['discovery', 'token', 'registration'];

/** The cases that a command line chose. Throws `UsageError` for a group that there is not. */
export function groupsFor({ smoke, only }: { smoke: boolean; only: readonly string[] }): readonly ProbeGroup[] {
  const offered = smoke ? smokeGroups : groups;
  const unknown = only.find((name) => !groups.some((group) => group.name === name));
  if (unknown !== undefined)
    throw new UsageError(`There is no group "${unknown}". It is one of ${groups.map(({ name }) => name).join(', ')}.`);
  if (only.length === 0) return offered;
  const last = offered.findLastIndex(({ name }) => only.includes(name));
  return offered.filter(({ name }, index) => index <= last && (only.includes(name) || foundation.includes(name)));
}
