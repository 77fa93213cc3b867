import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { embeddedDefaults } from './defaults.ts';
import { settingsSchema, type Settings } from './settings.ts';

/**
 * The environment variables that a user may set. Everything else the harness is told by its command line.
 * An empty value is an error: an unset shell variable must not change a run unnoticed.
 */
export const environmentSchema = z.object({
  DCRH_BROWSER_PATH: z.string().min(1).optional().describe('executable of the browser to drive'),
  DCRH_BROWSER_CHANNEL: z.string().min(1).optional().describe('installed browser to drive: `chrome`, `msedge`, …'),
  DCRH_ADMIN_USER: z.string().min(1).optional().describe('user that configures the product in its Console'),
  DCRH_ADMIN_PASSWORD: z.string().min(1).optional().describe('password of that user'),
  DCRH_DEVELOPER_USER: z.string().min(1).optional().describe('user that creates applications in the Developer Portal'),
  DCRH_DEVELOPER_PASSWORD: z.string().min(1).optional().describe('password of that user'),
  DCRH_HOST_ADDRESS: z
    .string()
    .min(1)
    .optional()
    .describe('name or address of this machine that it and its containers both find, when none is found out'),
  DCRH_IMAGE_BASE: z
    .string()
    .min(1)
    .optional()
    .describe('image with Node 22.22 or later, on which our own servers are built when they run as containers'),
});

/** One run's settings travel to Playwright's process in this variable. */
export const settingsVariable = 'DCRH_SETTINGS';

export function readEnvironment(): z.infer<typeof environmentSchema> {
  const read = environmentSchema.safeParse(process.env);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = String(issue?.path[0]);
  throw new UsageError(`The environment variable ${name} is set but empty. Give it a value, or unset it.`);
}

/** A secret that the user named by its variable, so that it stands in no command line and no file. */
export function secretFromEnvironment(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`The environment variable ${name} holds no secret. Set it, or name another.`);
}

/** A secret that was given as it is, or as `${NAME}` of an environment variable. */
export function secretOrReference(flag: string, given: string): string {
  const [, name] = /^\$\{(\w+)\}$/.exec(given) ?? [];
  if (name === undefined) return given;
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new UsageError(
    `${flag} names the environment variable ${name}, which holds no secret. Set it, or name another.`,
  );
}

/** The settings that the command line handed over; the embedded defaults when Playwright was started by hand. */
export function settingsFromEnvironment(): Settings {
  const handed = process.env[settingsVariable];
  return handed === undefined ? withEnvironment(embeddedDefaults()) : settingsSchema.parse(JSON.parse(handed));
}

/** Defaults, with what the environment says laid over them. */
export function withEnvironment(defaults: Settings): Settings {
  const environment = readEnvironment();
  const { DCRH_BROWSER_PATH: executablePath, DCRH_BROWSER_CHANNEL: channel } = environment;
  return {
    ...defaults,
    admin: {
      username: environment.DCRH_ADMIN_USER ?? defaults.admin.username,
      password: environment.DCRH_ADMIN_PASSWORD ?? defaults.admin.password,
    },
    developer: {
      username: environment.DCRH_DEVELOPER_USER ?? defaults.developer.username,
      password: environment.DCRH_DEVELOPER_PASSWORD ?? defaults.developer.password,
    },
    browser: { ...defaults.browser, ...(executablePath && { executablePath }), ...(channel && { channel }) },
  };
}

/** The environment of a child process that is to have these settings. */
export const environmentWith = (settings: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  [settingsVariable]: JSON.stringify(settings),
});

/** The environment of a child process with some variables more. */
export const childEnvironment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
});
