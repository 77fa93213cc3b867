import { Hono } from 'hono';

import type { ReferenceOptions, RunningReferenceApim } from './api.ts';
import { newApim } from './apim.ts';
import { listen } from './listen.ts';
import { pagesOf, type PageOptions } from './pages/serve.ts';
import type { Site } from './pages/bundle.ts';
import type { Rest, RestEnv } from './rest/env.ts';
import { restApi } from './rest/rest.ts';

/** A site serves its pages and, on the same origin, both REST APIs. */
function siteOf(site: Site, rest: Rest, pages: PageOptions): Hono<RestEnv> {
  const app = new Hono<RestEnv>({ strict: false });
  app.route('/', rest);
  if (site === 'portal') app.route('/next', pagesOf('portal-next', pages));
  app.route('/', pagesOf(site, pages));
  return app;
}

/**
 * Starts the stand-in for the slice of APIM that client registration touches: REST API, Console and Portal, each on its own
 * port of one host. A port in use is a `UsageError`.
 */
export async function startReferenceApim(
  { mode = 'as-apim-3.20', host = '127.0.0.1', ports = {}, quirks, licence, providers, log }: ReferenceOptions = {},
  pages: PageOptions = {},
): Promise<RunningReferenceApim> {
  await using started = new AsyncDisposableStack();
  const apim = started.use(newApim({ mode, quirks, licence, providers }));
  const rest = restApi(apim, log);
  const api = started.use(await listen(rest, host, ports.api ?? 0));
  const console = started.use(await listen(siteOf('console', rest, pages), host, ports.console ?? 0));
  const portal = started.use(await listen(siteOf('portal', rest, pages), host, ports.portal ?? 0));
  const running = started.move();
  return {
    mode,
    managementUrl: `${api.origin}/management`,
    portalApiUrl: `${api.origin}/portal`,
    consoleUrl: console.origin,
    portalUrl: portal.origin,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
