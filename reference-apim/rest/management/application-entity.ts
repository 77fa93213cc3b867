import type { Apim } from '../../apim.ts';
import { shownSettings } from '../../applications/shown.ts';
import type { Application } from '../../state/applications.ts';

const ownerOf = ({ state }: Apim, { ownerId }: Application) => {
  const owner = state.users.find((user) => user.id === ownerId);
  return { id: ownerId, displayName: owner?.username, type: 'USER' };
};

/** An application as the Management REST API shows it; dates are milliseconds of the epoch. */
export const applicationEntity = (apim: Apim, application: Application) => ({
  id: application.id,
  name: application.name,
  description: application.description,
  domain: application.domain,
  groups: application.groups,
  status: application.status,
  type: application.type.toUpperCase(),
  picture: application.picture,
  background: application.background,
  origin: 'MANAGEMENT',
  created_at: application.createdAt,
  updated_at: application.updatedAt,
  owner: ownerOf(apim, application),
  settings: shownSettings(apim, application),
  disable_membership_notifications: false,
  api_key_mode: application.apiKeyMode,
});
