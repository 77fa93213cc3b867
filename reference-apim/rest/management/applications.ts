import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import { createApplication } from '../../applications/create.ts';
import { findApplications, visibleApplications, requireApplication } from '../../applications/find.ts';
import { removeApplication } from '../../applications/remove.ts';
import { renewApplicationSecret } from '../../applications/renew.ts';
import { applicationRequest, settingsOf, type ApplicationRequest } from '../../applications/requests.ts';
import { typeConfiguration } from '../../applications/types.ts';
import { updateApplication } from '../../applications/update.ts';
import type { Application } from '../../state/applications.ts';
import { ownerPermissions } from '../../state/users.ts';
import { readBody } from '../body.ts';
import { originOf, owning, permitted, type Rest, type RestContext, type RestEnv } from '../env.ts';
import { applicationEntity } from './application-entity.ts';
import { pageOf } from './page.ts';

/** A body without settings is that of an old client and means Simple. */
const withSettings = (request: ApplicationRequest): ApplicationRequest =>
  request.settings === undefined || request.settings === null
    ? { ...request, settings: { app: { type: request.type, client_id: request.clientId } } }
    : request;

/** Below `/environments/DEFAULT/applications`. */
export function applicationsApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  const entity = (application: Application) => applicationEntity(apim, application);
  const owned = (c: RestContext, id: string): Application => {
    const found = apim.state.applications.get(id);
    owning(c, found?.ownerId);
    return requireApplication(apim, id);
  };

  api.get('/', (c) => {
    const user = permitted(c, 'APPLICATION', ['R']);
    return c.json(visibleApplications(apim, user, 'ACTIVE').map(entity));
  });
  api.get('/_paged', (c) => {
    const user = permitted(c, 'APPLICATION', ['R']);
    const { page, size, status = 'ACTIVE', query = '' } = c.req.query();
    const found = findApplications(visibleApplications(apim, user, status), query);
    const url = `${originOf(c)}${c.req.path.replace(/\/_paged\/?$/, '')}`;
    const listed = ({ id, updatedAt }: Application) => ({ picture_url: `${url}/${id}/picture?hash=${updatedAt}` });
    return c.json(pageOf(found, page, size, (application) => ({ ...entity(application), ...listed(application) })));
  });
  api.post('/', async (c) => {
    const user = permitted(c, 'APPLICATION', ['C']);
    const request = withSettings(await readBody(c, applicationRequest));
    const application = await createApplication(apim, user, request, settingsOf(request));
    return c.json(entity(application), 201, {
      location: `${originOf(c)}${c.req.path.replace(/\/$/, '')}/${application.id}`,
    });
  });
  api.get('/:id', (c) => c.json(entity(owned(c, c.req.param('id')))));
  api.put('/:id', async (c) => {
    const old = owned(c, c.req.param('id'));
    const request = await readBody(c, applicationRequest);
    return c.json(entity(await updateApplication(apim, old, request, settingsOf(request))));
  });
  api.delete('/:id', async (c) => {
    await removeApplication(apim, owned(c, c.req.param('id')));
    return c.body(null, 204);
  });
  api.post('/:id/renew_secret', async (c) =>
    c.json(entity(await renewApplicationSecret(apim, owned(c, c.req.param('id'))))),
  );
  api.get('/:id/configuration', (c) => c.json(typeConfiguration(apim, owned(c, c.req.param('id')).type)));
  api.get('/:id/members/permissions', (c) => {
    owned(c, c.req.param('id'));
    return c.json(ownerPermissions);
  });
  for (const image of ['picture', 'background'])
    api.get(`/:id/${image}`, (c) => {
      owned(c, c.req.param('id'));
      return c.body(null, 200);
    });
  api.get('/:id/certificates', (c) => {
    owned(c, c.req.param('id'));
    return c.json({ data: [] });
  });
  return api;
}
