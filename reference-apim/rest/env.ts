import type { Hono } from 'hono';
import type { Context } from 'hono';

import { refusal } from '../refusal.ts';
import { isAdmin, mayOnEnvironment, type Action, type User } from '../state/users.ts';

/** What the REST handlers find in their context. */
export interface RestEnv {
  Variables: { user: User | undefined };
}

export type Rest = Hono<RestEnv>;
export type RestContext = Context<RestEnv>;

/** The address under which the caller reached this site; every link in an answer starts with it. */
export const originOf = (c: RestContext): string => `http://${c.req.header('host') ?? '127.0.0.1'}`;

/** The signed-in user; 401 with an empty body for anybody else. */
export function signedIn(c: RestContext): User {
  const user = c.get('user');
  if (user === undefined) throw refusal(401, '');
  return user;
}

const forbidden = () =>
  refusal(403, 'You do not have sufficient rights to access this resource', { technicalCode: 'forbidden' });

/** The signed-in user if the environment grants all `actions` on `permission`. */
export function permitted(c: RestContext, permission: string, actions: readonly Action[]): User {
  const user = signedIn(c);
  if (!mayOnEnvironment(user, permission, actions)) throw forbidden();
  return user;
}

/** The signed-in user if he owns what `ownerId` owns, or is an administrator. */
export function owning(c: RestContext, ownerId: string | undefined): User {
  const user = signedIn(c);
  if (!isAdmin(user) && ownerId !== user.id) throw forbidden();
  return user;
}
