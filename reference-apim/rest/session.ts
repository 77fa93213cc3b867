import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { State } from '../state/state.ts';
import type { User } from '../state/users.ts';
import type { RestContext, RestEnv } from './env.ts';
import { newSessionToken, sessionSeconds, userOfBasic, userOfToken } from './security.ts';

export const sessionCookie = 'Auth-Graviteeio-APIM';

const setCookie = (value: string, maxAge: number) => `${sessionCookie}=${value}; Path=/; HttpOnly; Max-Age=${maxAge}`;

export function signOut(c: RestContext): void {
  c.header('set-cookie', setCookie('', 0), { append: true });
}

/** Starts a session: the cookie for the browser, the token for everybody else. */
export function signIn(c: RestContext, state: State, user: User): string {
  const token = newSessionToken(state, user);
  c.header('set-cookie', setCookie(`Bearer%20${token}`, sessionSeconds), { append: true });
  return token;
}

/** `Basic …` or `Bearer …` of the header, else of the session cookie. */
const credentialsOf = (c: RestContext) => c.req.header('authorization') ?? getCookie(c, sessionCookie);

function userOf(state: State, credentials: string): User | undefined {
  const [scheme = '', value = ''] = credentials.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() === 'basic') return userOfBasic(state, value);
  return scheme.toLowerCase() === 'bearer' ? userOfToken(state, value) : undefined;
}

/** Finds out who asks. Credentials that are wrong answer 401 at once, on public paths too, and end the session. */
export const authentication = ({ state }: Apim) =>
  createMiddleware<RestEnv>(async (c, next) => {
    const credentials = credentialsOf(c) ?? '';
    const user = credentials === '' ? undefined : userOf(state, credentials);
    if (credentials !== '' && user === undefined) {
      signOut(c);
      throw refusal(401, '');
    }
    c.set('user', user);
    await next();
  });
