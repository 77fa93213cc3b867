import { z } from 'zod';
import { profiles } from './level.ts';
import { operationSchema } from './operation.ts';
import { verdictSchema } from './verdict.ts';

export const resultVersion = 1;

const party = z.strictObject({ kind: z.string(), version: z.string(), mode: z.string().optional() });

/** `verdicts.json`: the single source of every report. Verdicts are sorted by id and carry no time stamp, so `diff` works. */
export const resultSchema = z.strictObject({
  format: z.literal('dcr-harness/result'),
  version: z.literal(resultVersion),
  harness: z.string(),
  profile: z.enum(profiles),
  strict: z.boolean(),
  /** Set when only the checks of a frozen requirement set were judged: its name. */
  requirements: z.string().optional(),
  sut: party.nullable(),
  idp: party.nullable(),
  /** Said in every report when the verdicts are about our own stand-in and not about a product. */
  disclaimer: z.string().nullable(),
  recordings: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(['complete', 'incomplete']),
      note: z.string().nullable(),
      exchanges: z.int(),
      steps: z.int(),
    }),
  ),
  baseline: z
    .strictObject({ file: z.string(), stale: z.array(z.strictObject({ id: z.string(), problem: z.string() })) })
    .nullable(),
  /** The containers that were started for the run, as the engine found them when it ended. */
  parts: z.array(z.strictObject({ part: z.string(), state: z.string() })).optional(),
  /** Whether APIM can work with the identity provider that was tried. */
  operations: z.array(operationSchema).optional(),
  counts: z.strictObject({
    pass: z.int(),
    fail: z.int(),
    known: z.int(),
    warn: z.int(),
    'not-observed': z.int(),
    'not-applicable': z.int(),
    inconclusive: z.int(),
  }),
  /** Exit code of the run (0 conformant, 1 findings, 3 the harness could not observe) and its reasons in plain words. */
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(3)]),
  reasons: z.array(z.string()),
  verdicts: z.array(verdictSchema),
});

export type Result = z.infer<typeof resultSchema>;
