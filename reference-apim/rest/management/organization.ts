import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import { environmentPermissions, isAdmin, roleScopes, type User } from '../../state/users.ts';
import { originOf, signedIn, type Rest, type RestEnv } from '../env.ts';
import { signIn, signOut } from '../session.ts';
import { consoleSettings } from './console-settings.ts';

/** `GET …/user` of the Management REST API. */
const userDetails = (user: User) => ({
  authorities: user.roles.map((role) => ({ authority: `${role.scope}:${role.name}` })),
  enabled: true,
  id: user.id,
  source: 'memory',
  sourceId: user.username,
  roles: user.roles,
  firstLogin: false,
  displayNewsletterSubscription: false,
  organizationId: 'DEFAULT',
  displayName: user.username,
  system: false,
  primaryOwner: isAdmin(user),
  created_at: user.createdAt,
  updated_at: user.createdAt,
  last_connection_at: user.createdAt,
});

const environment = {
  id: 'DEFAULT',
  hrids: ['default'],
  name: 'Default environment',
  description: 'Default environment',
  organizationId: 'DEFAULT',
};

const noPage = { current: 1, size: 0, per_page: 0, total_pages: 0, total_elements: 0 };

const blankPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#ccc"/></svg>';

/** Below `/organizations/DEFAULT`: what a Console asks before it shows an environment. */
export function organizationApi({ state }: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/console', (c) => c.json(consoleSettings(originOf(c))));
  api.get('/social-identities', (c) => c.json([]));
  api.post('/user/login', (c) => {
    const user = c.get('user');
    return user === undefined ? c.body(null, 200) : c.json({ type: 'BEARER', token: signIn(c, state, user) });
  });
  api.post('/user/logout', (c) => {
    signOut(c);
    return c.body(null, 200);
  });
  api.get('/user', (c) => c.json(userDetails(signedIn(c))));
  api.get('/user/tasks', (c) => {
    signedIn(c);
    return c.json({ data: [], metadata: {}, page: noPage });
  });
  api.get('/user/notifications', (c) => {
    signedIn(c);
    return c.json({ data: [], page: noPage });
  });
  api.get('/user/avatar', (c) => {
    signedIn(c);
    return c.body(blankPicture, 200, { 'content-type': 'image/svg+xml' });
  });
  api.get('/configuration/rolescopes', (c) => {
    signedIn(c);
    return c.json(roleScopes);
  });
  api.get('/environments', (c) => {
    signedIn(c);
    return c.json([environment]);
  });
  api.get('/environments/DEFAULT/permissions', (c) => c.json(environmentPermissions(signedIn(c))));
  return api;
}
