import { z } from 'zod';
import { levels, profiles } from './level.ts';

export const outcomes = ['pass', 'fail', 'warn', 'not-observed', 'not-applicable', 'inconclusive'] as const;
export type Outcome = (typeof outcomes)[number];

const whereSchema = z.strictObject({
  recording: z.string(),
  exchange: z.int().nonnegative(),
  request: z.string(),
  part: z.string(),
  pointer: z.string(),
});

const breachSchema = z.strictObject({ expected: z.string(), found: z.string(), where: whereSchema });

/** What one check says of one run. */
export const verdictSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  spec: z
    .array(z.strictObject({ document: z.string(), section: z.string(), title: z.string(), url: z.string() }))
    .min(1),
  /** The level in the profile that was judged. */
  level: z.enum(levels),
  profiles: z.array(z.enum(profiles)),
  outcome: z.enum(outcomes),
  /** How many exchanges or facts the rule looked at. */
  judged: z.int().nonnegative(),
  /** Where the rule was broken, at most `keptBreaches`; the first is the one shown. */
  breaches: z.array(breachSchema),
  /** How many there were in all. */
  breachCount: z.int().nonnegative(),
  /** Every recording in which it was broken, those of breaches that are not kept among them; sorted. */
  brokenIn: z.array(z.string()),
  /** Where a rule that passed last looked. */
  seenAt: whereSchema.nullable(),
  /** Why the outcome is not-observed, not-applicable or inconclusive; else why a breach matters. */
  because: z.string(),
  /** Set when the baseline knows this deviation: its reason. */
  known: z.string().nullable(),
  /** Set when no mutant is known to turn the check red in this profile: the verdict is worth less. */
  unproven: z.literal(true).optional(),
  /** Set when specifications disagree: what other profiles say of the same. */
  elsewhere: z.array(z.strictObject({ profiles: z.array(z.enum(profiles)).min(1), says: z.string() })).optional(),
});

export type Verdict = z.infer<typeof verdictSchema>;

/** Breaches kept per verdict, so that a long recording does not make a long report. */
export const keptBreaches = 20;
