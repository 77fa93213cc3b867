import { z } from 'zod';
import { ask, tell } from './http.ts';
import { org, session, v2org } from './session.ts';

const constants = z.looseObject({ baseURL: z.string(), organizationId: z.string().optional() });
const bootstrap = z.looseObject({ baseURL: z.string(), organizationId: z.string() });
const consoleSettings = z.looseObject({
  authentication: z.looseObject({ localLogin: z.looseObject({ enabled: z.boolean() }) }),
  scheduler: z.looseObject({ tasks: z.number() }).optional(),
});

export interface Boot {
  readonly localLogin: boolean;
  readonly pollSeconds: number;
}

/** The calls before the first page; every later call goes to the base URL that the bootstrap call answers with. */
export async function boot(): Promise<Boot | undefined> {
  const [, file] = await Promise.all([
    tell('build.json', { quiet: true }),
    ask(constants, 'constants.json', { quiet: true }),
  ]);
  if (file === undefined) return undefined;
  const found = await ask(bootstrap, bootstrapUrl(file), { quiet: true });
  if (found === undefined) return undefined;
  session.mgmt = found.baseURL.replace(/\/$/, '');
  session.organizationId = found.organizationId;
  const [settings] = await Promise.all([
    ask(consoleSettings, `${org()}/console`, { quiet: true }),
    tell(`${v2org()}/ui/customization`, { quiet: true }),
    tell(`${org()}/social-identities`, { quiet: true }),
  ]);
  if (settings === undefined) return undefined;
  return {
    localLogin: settings.authentication.localLogin.enabled,
    pollSeconds: settings.scheduler?.tasks ?? 10,
  };
}

function bootstrapUrl(file: z.infer<typeof constants>): string {
  const query = file.organizationId === undefined ? '' : `?organizationId=${file.organizationId}`;
  return `${file.baseURL.replace(/\/$/, '')}/v2/ui/bootstrap${query}`;
}
