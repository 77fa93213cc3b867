import type { Application } from '../../portal/backend/applications.ts';
import type { ApplicationType } from '../../portal/backend/application-types.ts';

/** What may be edited of an application, as its form holds it. */
export interface Values {
  name: string;
  description: string;
  picture: string | null | undefined;
  appType: string;
  appClientId: string;
  grantTypes: readonly string[];
  redirectUris: readonly string[];
}

export const valuesOf = ({ name, description, picture, settings: { app, oauth } }: Application): Values => ({
  ...{ name, description, picture },
  appType: app?.type ?? '',
  appClientId: app?.client_id ?? '',
  grantTypes: oauth?.grant_types ?? [],
  redirectUris: oauth?.redirect_uris ?? [],
});

export const isSame = (one: Values, other: Values): boolean => JSON.stringify(one) === JSON.stringify(other);

export const isComplete = ({ name, grantTypes, redirectUris }: Values, type: ApplicationType): boolean =>
  name !== '' &&
  (type.allowed_grant_types.length === 0 || grantTypes.length > 0) &&
  (!type.requires_redirect_uris || redirectUris.length > 0);

/** Everything goes back as it was read, but for what the form holds. */
export function bodyOf(application: Application, type: ApplicationType, form: Values): object {
  const { name, description, picture, appType, appClientId, grantTypes, redirectUris } = form;
  const { app, oauth } = application.settings;
  const response_types = type.allowed_grant_types
    .filter((grant) => grantTypes.includes(grant.type))
    .flatMap((grant) => grant.response_types ?? []);
  return {
    ...application,
    ...{ name, description, picture },
    settings: {
      ...application.settings,
      ...(app && { app: { ...app, type: appType, client_id: appClientId } }),
      ...(oauth && { oauth: { ...oauth, grant_types: grantTypes, redirect_uris: redirectUris, response_types } }),
    },
  };
}
