import * as z from 'zod/mini';

import { at, configurationOf } from './environment.ts';
import { ask, tell } from './http.ts';

const user = z.object({
  id: z.string(),
  display_name: z.string(),
  permissions: z.optional(z.record(z.string(), z.array(z.string()))),
});

export type User = z.infer<typeof user>;

const session: { user: User | undefined; polling: number | undefined; changed: () => void } = {
  user: undefined,
  polling: undefined,
  changed: () => undefined,
};

export function onUserChange(changed: () => void): void {
  session.changed = changed;
}

export const currentUser = (): User | undefined => session.user;

/** `wanted` as the routes of the portal spell it: `APPLICATION-C`. */
export function mayDo(wanted: string): boolean {
  const [permission = '', action = ''] = wanted.split('-');
  return session.user?.permissions?.[permission]?.includes(action) ?? false;
}

/** 401 is the answer for nobody, and no failure. */
export async function loadUser(): Promise<void> {
  setUser(await ask(user, at('/user')));
}

export function forgetUser(): void {
  if (session.user !== undefined) setUser(undefined);
}

export const loadIdentityProviders = () => tell(at('/configuration/identities'));

export async function signIn(username: string, password: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const Authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  const done = await tell(at('/auth/login'), { method: 'POST', body: {}, headers: { Authorization } });
  if (done) await loadUser();
  return done;
}

export async function signOut(): Promise<void> {
  await tell(at('/auth/logout'), { method: 'POST', body: {} });
  forgetUser();
}

function setUser(found: User | undefined): void {
  session.user = found;
  session.changed();
  clearInterval(session.polling);
  if (found === undefined) return;
  const seconds = configurationOf()?.scheduler.notificationsInSeconds ?? 0;
  session.polling = setInterval(pollNotifications, seconds * 1_000);
  pollNotifications();
}

const pollNotifications = () => void tell(at('/user/notifications?size=1'));
