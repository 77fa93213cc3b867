import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import { offeredTypes, withoutResponseTypes } from '../../applications/types.ts';
import { ownerPermissions, environmentPermissions, type User } from '../../state/users.ts';
import { originOf, owning, signedIn, type Rest, type RestContext, type RestEnv } from '../env.ts';
import { portalError } from '../errors.ts';
import { signIn, signOut } from '../session.ts';
import { applicationsApi } from './applications.ts';
import { portalConfiguration, portalLinks, topNavigation } from './configuration.ts';
import { nothing } from './page.ts';

/** `GET …/user`. */
function currentUser(c: RestContext, user: User) {
  const self = `${originOf(c)}/portal/environments/DEFAULT/user`;
  const { APPLICATION = [] } = environmentPermissions(user);
  const USER = user.roles.flatMap((role) => role.permissions['USER'] ?? []);
  return {
    id: user.id,
    display_name: user.username,
    editable_profile: true,
    permissions: { APPLICATION, USER },
    config: { management_url: '' },
    _links: { self, avatar: `${self}/avatar?${user.createdAt}`, notifications: `${self}/notifications` },
  };
}

/** What anybody may ask, signed in or not. */
function publicApi(apim: Apim): Rest {
  const { state } = apim;
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/theme', (c) => c.json({ type: c.req.query('type') ?? 'PORTAL', definition: { data: [] }, _links: {} }));
  api.get('/configuration', (c) => c.json(portalConfiguration(state)));
  api.get('/configuration/links', (c) => c.json(portalLinks));
  api.get('/configuration/identities', (c) => c.json(nothing));
  api.get('/configuration/applications/types', (c) => c.json({ data: offeredTypes(apim).map(withoutResponseTypes) }));
  for (const list of ['/pages', '/apis', '/categories', '/entrypoints']) api.get(list, (c) => c.json(nothing));
  api.post('/apis/_search', (c) => c.json(nothing));
  api.get('/portal-navigation-items', (c) => c.json(c.req.query('area') === 'TOP_NAVBAR' ? topNavigation : []));
  api.post('/auth/login', (c) => {
    const user = signedIn(c);
    return c.json({ token_type: 'BEARER', token: signIn(c, state, user) });
  });
  api.post('/auth/logout', (c) => {
    signOut(c);
    return c.body(null, 200);
  });
  return api;
}

function userApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/user', (c) => c.json(currentUser(c, signedIn(c))));
  api.get('/user/avatar', (c) => {
    signedIn(c);
    return c.body(null, 200);
  });
  for (const list of ['/user/notifications', '/subscriptions'])
    api.get(list, (c) => {
      signedIn(c);
      return c.json(nothing);
    });
  api.get('/permissions', (c) => {
    const application = apim.state.applications.get(c.req.query('applicationId') ?? '');
    owning(c, application?.ownerId);
    return c.json(ownerPermissions);
  });
  api.route('/applications', applicationsApi(apim));
  return api;
}

/** The Portal REST API of the one environment. */
export function portalApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.onError((error, c) => portalError(error, c, apim.quirks.hidesReason));
  api.get('/ui/bootstrap', (c) =>
    c.json({ baseURL: `${originOf(c)}/portal`, organizationId: 'DEFAULT', environmentId: 'DEFAULT' }),
  );
  for (const environment of ['DEFAULT', 'default']) {
    api.route(`/environments/${environment}`, publicApi(apim));
    api.route(`/environments/${environment}`, userApi(apim));
  }
  api.all('*', (c) =>
    c.json({ errors: [{ status: '404', message: 'HTTP 404 Not Found', code: 'errors.unexpected' }] }, 404),
  );
  return api;
}
