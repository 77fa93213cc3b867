import type { Bench } from '../check/judge.ts';
import type { Profile } from '../check/level.ts';
import type { ObservationName } from '../recording/observation-names.ts';
import { describeObservation, doubtsIn, excusesIn, observe, planOf } from '../recording/observations.ts';
import { see } from '../recording/see.ts';
import type { Seen } from '../recording/seen.ts';
import type { Story } from './define.ts';

/** What rules are judged on, read from recordings once. */
export function benchOf(story: Story, profile: Profile, strict = false): Bench<Seen, ObservationName> {
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
