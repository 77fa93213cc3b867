import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import { offeredTypes } from '../../applications/types.ts';
import { originOf, signedIn, type Rest, type RestEnv } from '../env.ts';
import { managementError } from '../errors.ts';
import { applicationsApi } from './applications.ts';
import { dashboardApi, dashboardApiV2 } from './dashboard.ts';
import { licenceOf } from './licence.ts';
import { organizationApi } from './organization.ts';
import { providersApi } from './providers.ts';
import { settingsApi } from './settings.ts';

/** Names of the one environment: its id and its human-readable id. */
const environments = ['DEFAULT', 'default'];

function environmentApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/configuration/applications/types', (c) => {
    signedIn(c);
    return c.json(offeredTypes(apim));
  });
  api.get('/configuration/groups', (c) => {
    signedIn(c);
    return c.json([...apim.state.groups.values()]);
  });
  api.route('/configuration/applications/registration/providers', providersApi(apim));
  api.route('/applications', applicationsApi(apim));
  api.route('/', settingsApi(apim));
  api.route('/', dashboardApi());
  return api;
}

function v2(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/ui/bootstrap', (c) => c.json({ baseURL: `${originOf(c)}/management`, organizationId: 'DEFAULT' }));
  api.get('/organizations/DEFAULT/ui/customization', (c) => c.body(null, 204));
  for (const environment of environments) api.route(`/environments/${environment}`, dashboardApiV2());
  for (const path of ['/license', '/organizations/DEFAULT/license'])
    api.get(path, (c) => {
      signedIn(c);
      return c.json(licenceOf(apim.state));
    });
  return api;
}

/** The Management REST API: v1 with its alias tree of 4.1 and later, and the calls of v2 that a Console needs to start. */
export function managementApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.onError((error, c) => managementError(error, c));
  for (const root of ['/organizations/DEFAULT', '/v1/organizations/DEFAULT']) {
    for (const environment of environments) api.route(`${root}/environments/${environment}`, environmentApi(apim));
    api.route(root, organizationApi(apim));
  }
  api.route('/v2', v2(apim));
  api.all('*', (c) => {
    signedIn(c);
    return c.json({ message: 'HTTP 404 Not Found', http_status: 404 }, 404);
  });
  return api;
}
