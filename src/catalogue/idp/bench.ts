import { judge, type Bench } from '../../check/judge.ts';
import type { Profile } from '../../check/level.ts';
import type { Verdict } from '../../check/verdict.ts';
import type { ObservationName } from '../../recording/observation-names.ts';
import { describeObservation, doubtsIn, excusesIn, observe, planOf } from '../../recording/observations.ts';
import { see } from '../../recording/see.ts';
import type { Seen } from '../../recording/seen.ts';
import type { Story } from '../define.ts';
import { idpChecks } from './index.ts';

/** What the rules for identity providers are judged on. */
export function idpBench(story: Story, profile: Profile, strict: boolean): Bench<Seen, ObservationName> {
  const seen = see(story);
  return {
    seen,
    observed: observe(seen),
    plan: planOf(seen),
    excused: excusesIn(seen),
    doubtful: doubtsIn(seen),
    describe: describeObservation,
    profile,
    strict,
  };
}

/** Every rule for identity providers on the recordings of one. */
export function judgeIdp(story: Story, profile: Profile, strict = false): Verdict[] {
  const bench = idpBench(story, profile, strict);
  return idpChecks.map((check) => judge(check, bench));
}
