import type { ProbeGroup } from '../../../scenarios/idp/case.ts';
import type { ProbeRun } from '../../../scenarios/idp/run-cases.ts';
import type { Recording } from '../../recording/recording.ts';
import { inLine } from '../../report/words.ts';
import type { TriedIdp } from './try-idp.ts';

interface Announced {
  url: string;
  groups: readonly ProbeGroup[];
  prefix: string;
  rate: number | undefined;
}

/** What is going to happen, said before anything is sent. */
export function announcement({ url, groups, prefix, rate }: Announced): string {
  const cases = groups.reduce((sum, group) => sum + group.cases.length, 0);
  const pace = rate === undefined ? '' : ` At most ${rate} requests a second.`;
  return (
    `Tries ${cases} cases in ${groups.length} groups at ${url}.\n` +
    `Registers clients whose names begin with ${prefix}, and deletes them where the IdP supports it (RFC 7592).${pace}\n\n`
  );
}

const outcomes = ['accepted', 'refused', 'skipped', 'failed'] as const;

/** `registration   12 accepted · 3 refused · 14 requests · 0.3 s` */
export function groupLine({ id, cases = [], exchanges, startedAt, endedAt }: Recording): string {
  const counts = outcomes
    .map((outcome) => [cases.filter((tried) => tried.outcome === outcome).length, outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => `${count} ${outcome}`);
  const seconds = ((endedAt - startedAt) / 1000).toFixed(1);
  return `  ${id.replace(/^idp-/, '').padEnd(14)}${[...counts, `${exchanges.length} requests`, `${seconds} s`].join(' · ')}\n`;
}

/** What became of the clients, what was sent, and where the report is. */
export function endText({ recordings, deletion, result, reports }: TriedIdp, milliseconds: number): string {
  const requests = recordings.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  const decided = result.verdicts.filter(({ outcome }) => ['pass', 'fail', 'warn'].includes(outcome)).length;
  const share = decided === 0 ? '' : ` for ${decided} decided checks (${(requests / decided).toFixed(2)} a check)`;
  return (
    `\n${requests} requests${share} · ${(milliseconds / 1000).toFixed(1)} s\n` +
    `${clientsText(deletion)}report: ${reports[0] ?? ''}\n\n`
  );
}

/** What became of the clients of a run; those that are still there one by one. */
export function clientsText({ created, deleted, survivors }: ProbeRun['deletion']): string {
  const left = survivors.map(
    ({ name, clientId, registrationUri, note }) =>
      `  left behind: ${[name, clientId, registrationUri, note ?? 'whether it exists is not known']
        .filter((part) => part !== undefined)
        .map(inLine)
        .join(' · ')}\n`,
  );
  return `${created} clients created, ${deleted} deleted, ${survivors.length} left\n${left.join('')}`;
}
