import { randomUUID } from 'node:crypto';

import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';

import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { RestContext, RestEnv } from './env.ts';
import { sign, verified } from './security.ts';
import { sessionCookie } from './session.ts';

const csrfCookie = 'XSRF-TOKEN';
const csrfHeader = 'X-Xsrf-Token';
const safeMethods = ['GET', 'HEAD', 'TRACE', 'OPTIONS'];
const exempt = /\/organizations\/[^/]+\/(user\/login|auth\/)|\/environments\/[^/]+\/auth\//;

const claims = z.object({ token: z.string() });

const isBrowserLike = (c: RestContext) =>
  c.req.header('origin') !== undefined ||
  c.req.header('referer') !== undefined ||
  getCookie(c, sessionCookie) !== undefined;

/**
 * Cross-site request forgery protection as shipped (4.6 and later `http.secureHeaders.csrf`): the token is in a signed
 * cookie and in a header of every answer, and a browser sends the header back. A pure REST client needs nothing.
 */
export const csrfProtection = ({ state }: Apim) =>
  createMiddleware<RestEnv>(async (c, next) => {
    const known = claims.safeParse(verified(state.jwtSecret, getCookie(c, csrfCookie) ?? '')).data;
    const token = known?.token ?? randomUUID();
    c.header(csrfHeader, token);
    if (known === undefined)
      c.header('set-cookie', `${csrfCookie}=${sign(state.jwtSecret, { token })}; Path=/; HttpOnly`, { append: true });
    const guarded = !safeMethods.includes(c.req.method) && isBrowserLike(c) && !exempt.test(c.req.path);
    if (guarded && c.req.header(csrfHeader) !== token) throw refusal(403, '');
    await next();
  });
