import { randomUUID } from 'node:crypto';

import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { Application, Registration } from '../state/applications.ts';
import type { User } from '../state/users.ts';
import {
  checkedType,
  requireFreeClientId,
  requireGroups,
  requireRegistrationEnabled,
  requireRoom,
  requireTypeEnabled,
  type OAuthSettings,
} from './checks.ts';
import { onlyProvider } from './provider-of.ts';
import { requireTexts, type ApplicationRequest, type WantedSettings } from './requests.ts';
import { wantedOf } from './wanted.ts';

type Blank = Omit<Application, 'type' | 'app' | 'registration'>;

function blank(request: ApplicationRequest, owner: User): Blank {
  const now = Date.now();
  const { name, description } = requireTexts(request);
  return {
    id: randomUUID(),
    name: name.trim(),
    description: description.trim(),
    domain: request.domain,
    picture: request.picture,
    background: request.background,
    groups: request.groups ?? [],
    status: 'ACTIVE',
    apiKeyMode: request.api_key_mode ?? 'UNSPECIFIED',
    ownerId: owner.id,
    createdAt: now,
    updatedAt: now,
  };
}

function simple(apim: Apim, base: Blank, app: NonNullable<Application['app']>): Application {
  requireFreeClientId(apim, app.client_id);
  requireTypeEnabled(apim, 'simple');
  requireGroups(apim, base.groups);
  return { ...base, type: 'simple', app };
}

/** A later step fails: outside of the quirk, the client that was just made is deleted again. */
async function orUnregister(apim: Apim, registration: Registration, step: () => void): Promise<void> {
  try {
    step();
  } catch (error) {
    if (!apim.quirks.leavesOrphans) await apim.registrar.unregister(registration);
    throw error;
  }
}

async function registered(
  apim: Apim,
  owner: User,
  base: Blank,
  { name = '' }: ApplicationRequest,
  oauth: OAuthSettings,
): Promise<Application> {
  requireRegistrationEnabled(apim);
  requireRoom(apim, owner);
  requireTypeEnabled(apim, oauth.application_type);
  const type = checkedType(apim, oauth);
  if (type.id === 'simple') throw refusal(500, "Application type 'simple' is not allowed");
  const registration = await apim.registrar.register(onlyProvider(apim), wantedOf(name, type, oauth));
  await orUnregister(apim, registration, () => requireGroups(apim, base.groups));
  return { ...base, type: type.id, registration };
}

/** Makes an application; any type but Simple is first registered at the IdP of the provider. */
export async function createApplication(
  apim: Apim,
  owner: User,
  request: ApplicationRequest,
  settings: WantedSettings,
): Promise<Application> {
  const base = blank(request, owner);
  const application =
    'app' in settings ? simple(apim, base, settings.app) : await registered(apim, owner, base, request, settings.oauth);
  apim.state.applications.set(application.id, application);
  return application;
}
