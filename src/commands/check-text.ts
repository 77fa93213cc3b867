import type { CatalogueCheck } from '../catalogue/define.ts';
import { unprovenProfiles, type Unproven } from '../catalogue/unproven.ts';
import { describeObservation } from '../recording/observations.ts';

/** A check without its functions: what `list --json` and the generated catalogue show. */
export const summaryOf = (check: CatalogueCheck, unproven?: Unproven) => ({
  id: check.id,
  slug: check.slug,
  title: check.title,
  level: check.level,
  ...(check.levelIn && { levelIn: check.levelIn }),
  profiles: check.profiles,
  spec: check.spec.map(({ document, section, url }) => ({ document, section, url })),
  needs: check.needs,
  why: check.why,
  mutant: check.mutant.says,
  ...(check.disagreement && { disagreement: check.disagreement }),
  ...(unprovenProfiles(check.id, unproven).length > 0 && { unproven: unprovenProfiles(check.id, unproven) }),
});

/** Everything that there is to know of a check, as text for a terminal. */
export function explanationOf(check: CatalogueCheck, unproven?: Unproven): string {
  const lacking = unprovenProfiles(check.id, unproven);
  const says = Object.entries(check.disagreement?.says ?? {});
  const levelsIn = Object.entries(check.levelIn ?? {}).map(([profile, level]) => `${level} in profile ${profile}`);
  const rows: [string, string][] = [
    ['level', [check.level, ...levelsIn].join(', ')],
    ['profiles', check.profiles.join(', ')],
    ...check.spec.map(({ document, section, title, url }): [string, string] => [
      'spec',
      `${document}${section === '' ? '' : ` §${section}`} ${title}\n             ${url}`,
    ]),
    ...(check.quote === undefined ? [] : [['quote', `“${check.quote}”`] satisfies [string, string]]),
    ['why', check.why],
    ...says.map(([profile, text]): [string, string] => [`in ${profile}`, text]),
    ['needs', check.needs.map(describeObservation).join(', ') || 'nothing'],
    ['mutant', `red for one that ${check.mutant.says}`],
    ...(lacking.length === 0
      ? []
      : [['unproven', `in ${lacking.join(', ')}: no mutant is known to turn it red`] satisfies [string, string]]),
  ];
  return `${check.id}  ${check.slug}\n${check.title}\n\n${rows.map(([name, text]) => `${name.padEnd(12)} ${text}\n`).join('')}`;
}
