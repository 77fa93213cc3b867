import { z } from 'zod';
import { ask, tell } from './http.ts';
import { env } from './session.ts';

const switched = z.looseObject({ enabled: z.boolean() });

const portalSettings = z.looseObject({
  application: z.looseObject({
    registration: switched,
    types: z.looseObject({
      simple: switched,
      browser: switched,
      web: switched,
      native: switched,
      backend_to_backend: switched,
    }),
  }),
  metadata: z.looseObject({ readonly: z.array(z.string()).optional() }).optional(),
});

export type PortalSettings = z.infer<typeof portalSettings>;

export const loadSettings = (): Promise<PortalSettings | undefined> => ask(portalSettings, `${env()}/settings`);

/** Sends the whole object: a member that is left out falls back to its default (APIM 3.20 to 4.13). */
export async function saveSettings(settings: PortalSettings, signal: AbortSignal): Promise<boolean> {
  const saved = await tell(`${env()}/settings`, { method: 'POST', body: settings, signal });
  return saved && (await tell(`${env()}/portal`, { signal }));
}
