import type { Check } from './check.ts';
import type { Finding } from './finding.ts';
import { profiles as allProfiles, severityOf, type Profile } from './level.ts';
import { keptBreaches, type Outcome, type Verdict } from './verdict.ts';

/** What a check is judged on: the evidence, what of it was observed, and what the run had set out to observe. */
export interface Bench<Seen, Need extends string> {
  readonly seen: Seen;
  readonly observed: ReadonlySet<Need>;
  /** null: nothing was set out (an imported file), so what is missing was not observed. */
  readonly plan: ReadonlySet<Need> | null;
  readonly profile: Profile;
  readonly strict: boolean;
  /** Needs that do not apply to what was tested, each with the proof. */
  readonly excused?: ReadonlyMap<Need, string>;
  /** Needs whose evidence proves nothing, each with the reason. */
  readonly doubtful?: ReadonlyMap<Need, string>;
  /** Checks whose mutant is not known to turn them red in this profile. */
  readonly unproven?: ReadonlySet<string>;
  /** What a need is called in a sentence; its name when left out. */
  readonly describe?: (need: Need) => string;
}

type Reading = Pick<Verdict, 'outcome' | 'judged' | 'breaches' | 'breachCount' | 'brokenIn' | 'seenAt' | 'because'>;

const blank = { judged: 0, breaches: [], breachCount: 0, brokenIn: [], seenAt: null };

const empty = (outcome: Outcome, because: string): Reading => ({ ...blank, outcome, because });

/** Judges one check. Never throws: an error inside a rule is `inconclusive`, the harness's own fault. */
export function judge<Seen, Record, Need extends string>(
  check: Check<Seen, Record, Need>,
  bench: Bench<Seen, Need>,
): Verdict {
  const { id, slug, title, spec } = check;
  return {
    id,
    slug,
    title,
    spec: spec.map((ref) => ({ ...ref })),
    level: levelIn(check, bench.profile),
    profiles: [...check.profiles],
    ...read(check, bench),
    known: null,
    ...(bench.unproven?.has(id) === true && { unproven: true }),
    ...elsewhere(check, bench.profile),
  };
}

/** What the profiles say that judge by another specification; profiles that say the same stand together. */
function elsewhere<S, R, N extends string>(
  { disagreement }: Check<S, R, N>,
  judged: Profile,
): Pick<Verdict, 'elsewhere'> {
  if (disagreement === undefined) return {};
  const { says } = disagreement;
  const others = Map.groupBy(
    allProfiles.filter((profile) => says[profile] !== says[judged]),
    (profile) => says[profile],
  );
  return { elsewhere: [...others].map(([text, profiles]) => ({ profiles, says: text })) };
}

const levelIn = <S, R, N extends string>(check: Check<S, R, N>, profile: Profile) =>
  check.levelIn?.[profile] ?? check.level;

function read<Seen, Record, Need extends string>(
  check: Check<Seen, Record, Need>,
  { seen, observed, plan, profile, strict, excused, doubtful, describe = (need) => need }: Bench<Seen, Need>,
): Reading {
  if (!check.profiles.includes(profile))
    return empty('not-applicable', `not a rule of profile ${profile}; it is one of ${check.profiles.join(', ')}`);
  const excuse = check.needs.map((need) => excused?.get(need)).find((proof) => proof !== undefined);
  if (excuse !== undefined) return empty('not-applicable', excuse);
  const doubt = check.needs.map((need) => doubtful?.get(need)).find((reason) => reason !== undefined);
  if (doubt !== undefined) return empty('inconclusive', doubt);
  const missing = check.needs.filter((need) => !observed.has(need));
  const unplanned = missing.filter((need) => plan !== null && !plan.has(need));
  if (unplanned.length > 0)
    return empty('not-applicable', `nothing in this run sets out to see ${unplanned.map(describe).join(', ')}`);
  if (missing.length > 0) return empty('not-observed', `never seen: ${missing.map(describe).join(', ')}`);
  try {
    return grade(check.judge(seen, profile), severityOf(levelIn(check, profile), profile, strict), check.why);
  } catch (error) {
    return empty(
      'inconclusive',
      `this is a bug in the harness: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function grade(finding: Finding, severity: 'fail' | 'warn', why: string): Reading {
  switch (finding.outcome) {
    case 'not-applicable':
      return empty('not-applicable', finding.because);
    case 'met':
      return { ...blank, outcome: 'pass', judged: finding.judged, seenAt: finding.where ?? null, because: '' };
    case 'broken':
      return {
        outcome: severity,
        judged: finding.judged,
        breaches: finding.breaches.slice(0, keptBreaches),
        breachCount: finding.breaches.length,
        brokenIn: [...new Set(finding.breaches.map(({ where }) => where.recording))].sort(),
        seenAt: null,
        because: why,
      };
  }
}
