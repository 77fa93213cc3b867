import { z } from 'zod';

/** Versions of APIM whose requests differ; each stands for those up to the next. */
export const apimVersions = ['3.20', '4.4', '4.12'] as const;
export type ApimVersion = (typeof apimVersions)[number];

export const operationOutcomes = ['works', 'works-with-a-setting', 'cannot-work', 'not-observed'] as const;
export type OperationOutcome = (typeof operationOutcomes)[number];

const cellSchema = z.strictObject({
  version: z.enum(apimVersions),
  outcome: z.enum(operationOutcomes),
  /** One sentence: what decides. */
  because: z.string(),
  /** What to set, where something has to be; or to leave alone. */
  settings: z.array(z.string()),
  /** The rule that was broken. */
  rule: z.string().optional(),
  /** The answer that decides. */
  exchange: z.strictObject({ recording: z.string(), number: z.int().positive() }).optional(),
});

/** What an administrator or a developer does in APIM, and whether it can work with this IdP. */
export const operationSchema = z.strictObject({ name: z.string(), title: z.string(), cells: z.array(cellSchema) });

export type OperationCell = z.infer<typeof cellSchema>;
export type OperationRow = z.infer<typeof operationSchema>;
