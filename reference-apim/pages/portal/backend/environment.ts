import * as z from 'zod/mini';

import { ask } from './http.ts';

const configFile = z.object({ baseURL: z.string() });
const bootstrap = z.object({ baseURL: z.string(), environmentId: z.string() });
const enabled = z.object({ enabled: z.boolean() });
const configuration = z.object({
  portalNext: z.optional(z.object({ access: enabled })),
  portal: z.object({ applicationCreation: enabled, userCreation: z.optional(enabled) }),
  authentication: z.object({ localLogin: enabled, forceLogin: enabled }),
  scheduler: z.object({ notificationsInSeconds: z.number() }),
});

export type Configuration = z.infer<typeof configuration>;

const found: { base: string; configuration: Configuration | undefined } = { base: '', configuration: undefined };

/** Address below the environment of the Portal API. */
export const at = (path: string): string => `${found.base}${path}`;

export const configurationOf = (): Configuration | undefined => found.configuration;

/** The calls that the portal makes before it knows who is there (4.2 to 4.13; 3.20 has no bootstrap). */
export async function findEnvironment(theme = 'PORTAL'): Promise<void> {
  const file = await ask(configFile, 'assets/config.json');
  const environment = await ask(bootstrap, `${file?.baseURL ?? ''}/ui/bootstrap`);
  found.base = `${environment?.baseURL ?? ''}/environments/${environment?.environmentId ?? ''}`;
  const [settings] = await Promise.all([
    ask(configuration, at('/configuration')),
    ask(z.unknown(), at(`/theme?type=${theme}`)),
  ]);
  found.configuration = settings;
}
