import { judge } from '../../check/judge.ts';
import type { Profile } from '../../check/level.ts';
import type { Verdict } from '../../check/verdict.ts';
import { benchOf } from '../bench.ts';
import type { Story } from '../define.ts';
import { idpChecks } from './index.ts';

/** Every rule for identity providers on the recordings of one. */
export function judgeIdp(story: Story, profile: Profile, strict = false): Verdict[] {
  const bench = benchOf(story, profile, strict);
  return idpChecks.map((check) => judge(check, bench));
}
