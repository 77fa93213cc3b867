import type { Apim } from '../apim.ts';
import {
  applicationTypes,
  applicationTypesById,
  type ApplicationType,
  type ApplicationTypeId,
} from '../state/application-types.ts';
import { isRegistrationEnabled, isTypeEnabled } from '../state/settings.ts';

const described = ({ wording }: Apim, type: ApplicationType) => {
  const { id, name, ...rest } = type;
  return { id, name, description: wording.typeDescriptions[id], ...rest };
};

/** What a developer may choose from; without registration only Simple is left. */
export const offeredTypes = (apim: Apim) => {
  const { settings } = apim.state;
  return applicationTypes
    .filter((type) => isTypeEnabled(settings, type.id) && (type.id === 'simple' || isRegistrationEnabled(settings)))
    .map((type) => described(apim, type));
};

export const typeConfiguration = (apim: Apim, id: ApplicationTypeId) => described(apim, applicationTypesById[id]);

const plainGrants = (grants: ApplicationType['allowed_grant_types']) =>
  grants.map(({ type, name }) => ({ type, name }));

/** The Portal leaves out `response_types`. */
export const withoutResponseTypes = (type: ReturnType<typeof described>) => ({
  ...type,
  allowed_grant_types: plainGrants(type.allowed_grant_types),
  mandatory_grant_types: plainGrants(type.mandatory_grant_types),
  default_grant_types: plainGrants(type.default_grant_types),
});
