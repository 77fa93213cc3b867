import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import type { OAuthSettings } from '../../applications/checks.ts';
import { createApplication } from '../../applications/create.ts';
import { findApplications, ownApplications, requireApplication } from '../../applications/find.ts';
import { removeApplication } from '../../applications/remove.ts';
import { renewApplicationSecret } from '../../applications/renew.ts';
import { applicationRequest, settingsOf, type WantedSettings } from '../../applications/requests.ts';
import { typeConfiguration, withoutResponseTypes } from '../../applications/types.ts';
import { updateApplication } from '../../applications/update.ts';
import { refusal } from '../../refusal.ts';
import type { Application } from '../../state/applications.ts';
import { readBody } from '../body.ts';
import { originOf, owning, permitted, signedIn, type Rest, type RestContext, type RestEnv } from '../env.ts';
import { applicationEntity, linkedApplication } from './application-entity.ts';
import { nothing, pageOf } from './page.ts';

const environmentOf = (c: RestContext) => `${originOf(c)}/portal/environments/DEFAULT`;

/** The Portal takes only these members of the OAuth settings; the rest of a creation is ignored. */
const forCreation = (settings: WantedSettings): WantedSettings =>
  'app' in settings
    ? settings
    : { oauth: { ...settings.oauth, client_id: undefined, client_uri: undefined, logo_uri: undefined } };

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** An update takes the grants and redirect URIs; everything else is as stored, the type as the IdP last said. */
function forUpdate({ quirks }: Apim, application: Application, settings: WantedSettings): WantedSettings {
  const { registration } = application;
  if ('app' in settings || registration === undefined) return settings;
  const { payload } = registration;
  const stored: OAuthSettings = {
    client_id: textOf(payload['client_id']),
    client_uri: textOf(payload['client_uri']),
    logo_uri: textOf(payload['logo_uri']),
    application_type: quirks.showsTypeOfIdp ? textOf(payload['application_type']) : application.type,
    additional_client_metadata: registration.additionalMetadata,
  };
  const { grant_types, redirect_uris } = settings.oauth;
  return { oauth: { ...stored, grant_types, redirect_uris } };
}

/** Below `/environments/DEFAULT/applications`. */
export function applicationsApi(apim: Apim): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  const owned = (c: RestContext, id: string): Application => {
    const found = apim.state.applications.get(id);
    owning(c, found?.ownerId);
    return requireApplication(apim, id);
  };

  api.get('/', (c) => {
    const user = permitted(c, 'APPLICATION', ['R']);
    const { page, size, query = '' } = c.req.query();
    const found = findApplications(ownApplications(apim, user), query);
    const list = pageOf(found, page, size, (application) => linkedApplication(apim, application, environmentOf(c)));
    return c.json({ ...list, links: { self: `${originOf(c)}${c.req.path}` } });
  });
  api.post('/', async (c) => {
    const user = permitted(c, 'APPLICATION', ['C']);
    const request = await readBody(c, applicationRequest);
    const application = await createApplication(apim, user, request, forCreation(settingsOf(request)));
    return c.json(applicationEntity(apim, application, environmentOf(c)), 201);
  });
  api.get('/:id', (c) => c.json(linkedApplication(apim, owned(c, c.req.param('id')), environmentOf(c))));
  api.put('/:id', async (c) => {
    const old = owned(c, c.req.param('id'));
    const request = await readBody(c, applicationRequest);
    if (request.id !== old.id) throw refusal(400, "'applicationId' is not the same that the application in payload");
    const updated = await updateApplication(apim, old, request, forUpdate(apim, old, settingsOf(request)));
    return c.json(linkedApplication(apim, updated, environmentOf(c)));
  });
  api.delete('/:id', async (c) => {
    await removeApplication(apim, owned(c, c.req.param('id')));
    return c.body(null, 204);
  });
  api.post('/:id/_renew_secret', async (c) => {
    const renewed = await renewApplicationSecret(apim, owned(c, c.req.param('id')));
    return c.json(linkedApplication(apim, renewed, environmentOf(c)));
  });
  api.get('/:id/configuration', (c) =>
    c.json(withoutResponseTypes(typeConfiguration(apim, owned(c, c.req.param('id')).type))),
  );
  for (const list of ['subscribers', 'members', 'notifications'])
    api.get(`/:id/${list}`, (c) => {
      owned(c, c.req.param('id'));
      return c.json(nothing);
    });
  api.post('/:id/logs/_search', (c) => {
    owned(c, c.req.param('id'));
    return c.json(nothing);
  });
  for (const image of ['picture', 'background'])
    api.get(`/:id/${image}`, (c) => {
      signedIn(c);
      return c.body(null, 200);
    });
  return api;
}
