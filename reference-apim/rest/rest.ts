import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';

import type { Apim } from '../apim.ts';
import { csrfProtection } from './csrf.ts';
import type { Rest, RestContext, RestEnv } from './env.ts';
import { managementError, portalError } from './errors.ts';
import { managementApi } from './management/management.ts';
import { portalApi } from './portal/portal.ts';
import { authentication } from './session.ts';

/** `http.cors` of the shipped configuration; with credentials, so the origin is named. */
const crossOrigin = cors({
  origin: (origin) => origin,
  credentials: true,
  allowMethods: ['OPTIONS', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
  allowHeaders: [
    ...['Cache-Control', 'Pragma', 'Origin', 'Authorization', 'Content-Type', 'X-Requested-With', 'If-Match'],
    ...['X-Xsrf-Token', 'X-Recaptcha-Token'],
  ],
  exposeHeaders: ['ETag', 'X-Xsrf-Token'],
  maxAge: 1_728_000,
});

const inPortal = (c: RestContext) => c.req.path.startsWith('/portal/');

/** Both REST APIs below `/management` and `/portal`. */
export function restApi(apim: Apim, log?: (line: string) => void): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.onError((error, c) => (inPortal(c) ? portalError(error, c, apim.quirks.hidesReason) : managementError(error, c)));
  for (const path of ['/management/*', '/portal/*']) {
    if (log !== undefined) api.use(path, logger(log));
    api.use(path, crossOrigin, csrfProtection(apim), authentication(apim));
    api.use(path, async (c, next) => {
      await next();
      if (!apim.quirks.saysNothingOfCaches) c.header('Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate');
      c.header('X-Content-Type-Options', 'nosniff');
      c.header('X-Frame-Options', 'SAMEORIGIN');
    });
  }
  api.route('/management', managementApi(apim));
  api.route('/portal', portalApi(apim));
  return api;
}
