import type { Apim } from '../../apim.ts';
import { shownSettings } from '../../applications/shown.ts';
import type { Application } from '../../state/applications.ts';

/** A user as the Portal REST API shows other people. `base`: address of the environment. */
const shownOwner = ({ state }: Apim, { ownerId }: Application, base: string) => {
  const self = `${base}/users/${ownerId}`;
  return {
    id: ownerId,
    display_name: state.users.find((user) => user.id === ownerId)?.username,
    editable_profile: true,
    _links: { self, avatar: `${self}/avatar?${Date.now()}`, notifications: `${self}/notifications` },
  };
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const clientIdOf = ({ app, registration }: Application) =>
  registration === undefined ? (app?.client_id ?? '') : textOf(registration.payload['client_id']);

/** An application as the answer to its creation shows it; dates are ISO 8601. */
export const applicationEntity = (apim: Apim, application: Application, base: string) => ({
  id: application.id,
  name: application.name,
  description: application.description,
  domain: application.domain,
  applicationType: application.type.toUpperCase(),
  hasClientId: clientIdOf(application) !== '',
  owner: shownOwner(apim, application, base),
  created_at: new Date(application.createdAt).toISOString(),
  updated_at: new Date(application.updatedAt).toISOString(),
  groups: application.groups.length === 0 ? undefined : application.groups,
  api_key_mode: application.apiKeyMode,
  settings: withoutMetadata(shownSettings(apim, application)),
});

/** The Portal never returns additional client metadata. */
function withoutMetadata(settings: ReturnType<typeof shownSettings>) {
  const { oauth } = settings;
  if (typeof oauth !== 'object' || oauth === null) return settings;
  return { oauth: { ...oauth, additional_client_metadata: undefined } };
}

/** The same with its links, as every other answer shows it. */
export function linkedApplication(apim: Apim, application: Application, base: string) {
  const self = `${base}/applications/${application.id}`;
  const _links = {
    self,
    members: `${self}/members`,
    notifications: `${self}/notifications`,
    picture: `${self}/picture?${application.updatedAt}`,
    background: `${self}/background?${application.updatedAt}`,
  };
  return { ...applicationEntity(apim, application, base), _links };
}
