import { z } from 'zod';
import { profiles } from '../check/level.ts';
import { idpSettingsSchema } from './idp-settings.ts';
import { sutSettingsSchema } from './sut-settings.ts';

/** Everything one run needs to know, checked once. Made by the command line, handed to Playwright's process as JSON. */
export const settingsSchema = z.strictObject({
  sut: sutSettingsSchema,
  /** Which of the two Developer Portals is walked. */
  portal: z.enum(['classic', 'next']),
  idp: idpSettingsSchema,
  /** The recorder serves over https, with an authority that is made for the run. */
  tls: z.boolean(),
  /** Where the recorder listens and how clients reach it, when that is not the loopback address. */
  recorder: z
    .strictObject({
      host: z.string(),
      /** Left out: any free one. */
      port: z.int().optional(),
      publicUrl: z.string().optional(),
      /** The name under which the product finds it, when what it sends there does not leave the machine. */
      innerHost: z.string().optional(),
    })
    .optional(),
  /** Who signs in. The password is never written to a recording. */
  admin: z.strictObject({ username: z.string(), password: z.string() }),
  developer: z.strictObject({ username: z.string(), password: z.string() }),
  browser: z.strictObject({
    executablePath: z.string().optional(),
    channel: z.string().optional(),
    headed: z.boolean(),
  }),
  /** Absolute folder of this run's output: `recordings/`, `screenshots/`, `verdicts.json`, `index.html`, … */
  out: z.string(),
  profile: z.enum(profiles),
  strict: z.boolean(),
  /** Absolute path of the baseline file; null: none. */
  baseline: z.string().nullable(),
  /** Ids of the stories to walk; empty: all. */
  stories: z.array(z.string()),
  /** Names of faults of the mock IdP, armed before a story begins. */
  faults: z.array(z.string()),
  /** Deadline of one page action, milliseconds. */
  actionTimeout: z.int().positive(),
});

export type Settings = z.infer<typeof settingsSchema>;
