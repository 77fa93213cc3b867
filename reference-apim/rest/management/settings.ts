import { Hono } from 'hono';
import { z } from 'zod';

import type { Apim } from '../../apim.ts';
import { echoedSettings, replaceSettings, shownSettings, type Settings } from '../../state/settings.ts';
import { readBody } from '../body.ts';
import { permitted, signedIn, type Rest, type RestEnv } from '../env.ts';

const anyObject = z.record(z.string(), z.unknown());

/** `GET …/portal`: the settings that every signed-in user may see, with what Consoles of 4.x read of them. */
function portalSettings(settings: Settings) {
  return {
    ...settings,
    email: undefined,
    metadata: undefined,
    cors: undefined,
    apiScore: { enabled: false },
    portal: { ...settings.portal, url: '' },
    portalNext: { access: { enabled: false } },
  };
}

/** Below `/environments/DEFAULT`. */
export function settingsApi({ state }: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/settings', (c) => {
    permitted(c, 'SETTINGS', ['R']);
    return c.json(shownSettings(state.settings));
  });
  api.post('/settings', async (c) => {
    permitted(c, 'SETTINGS', ['C', 'U', 'D']);
    const posted = await readBody(c, anyObject);
    state.settings = replaceSettings(state.settings, posted);
    return c.json(echoedSettings(posted));
  });
  api.get('/portal', (c) => {
    signedIn(c);
    return c.json(portalSettings(state.settings));
  });
  return api;
}
