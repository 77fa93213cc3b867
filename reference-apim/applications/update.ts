import { HTTPException } from 'hono/http-exception';

import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { Application, Registration } from '../state/applications.ts';
import {
  checkedType,
  requireFreeClientId,
  requireGroups,
  requireRegistrationEnabled,
  type OAuthSettings,
} from './checks.ts';
import { onlyProvider } from './provider-of.ts';
import { requireTexts, type ApplicationRequest, type WantedSettings } from './requests.ts';
import { wantedOf } from './wanted.ts';

/** With the quirk, whatever goes wrong at the IdP is only logged and the old client data are kept. */
async function orKeep(apim: Apim, old: Registration, change: () => Promise<Registration>): Promise<Registration> {
  try {
    return await change();
  } catch (error) {
    if (apim.quirks.hidesUpdateFailure && error instanceof HTTPException) return old;
    throw error;
  }
}

async function updatedClient(apim: Apim, name: string, old: Registration, oauth: OAuthSettings): Promise<Registration> {
  requireRegistrationEnabled(apim);
  const type = checkedType(apim, oauth);
  return orKeep(apim, old, () =>
    apim.registrar.update(onlyProvider(apim), old, {
      wanted: wantedOf(name, type, oauth),
      callersClientId: oauth.client_id,
    }),
  );
}

/** Changes an application and its client. The IdP is asked first, so that with its refusal nothing changes. */
export async function updateApplication(
  apim: Apim,
  old: Application,
  request: ApplicationRequest,
  settings: WantedSettings,
): Promise<Application> {
  if (old.status === 'ARCHIVED')
    throw refusal(400, `Application [${old.name}] is archived and cannot be modified.`, {
      technicalCode: 'application.archived',
      parameters: { application: old.name },
    });
  const { name, description } = requireTexts(request);
  requireGroups(apim, request.groups ?? []);
  const changed: Application = {
    ...old,
    name: name.trim(),
    description: description.trim(),
    domain: request.domain,
    picture: request.picture ?? old.picture,
    background: request.background ?? old.background,
    groups: request.groups ?? old.groups,
    apiKeyMode: request.api_key_mode ?? old.apiKeyMode,
  };
  if ('app' in settings) {
    requireFreeClientId(apim, settings.app.client_id, old.id);
    changed.app = settings.app;
  } else if (old.registration !== undefined)
    changed.registration = await updatedClient(apim, name, old.registration, settings.oauth);
  changed.updatedAt = Date.now();
  apim.state.applications.set(old.id, changed);
  return changed;
}
