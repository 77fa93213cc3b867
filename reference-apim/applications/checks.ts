import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { User } from '../state/users.ts';
import { applicationTypeOf, type ApplicationType } from '../state/application-types.ts';
import { isRegistrationEnabled, isTypeEnabled } from '../state/settings.ts';

/** The OAuth settings of a request, already read. */
export interface OAuthSettings {
  client_id?: string | undefined;
  application_type?: string | undefined;
  grant_types?: string[] | undefined;
  redirect_uris?: string[] | undefined;
  client_uri?: string | null | undefined;
  logo_uri?: string | null | undefined;
  additional_client_metadata?: Record<string, string> | undefined;
}

/** 500: the product throws from outside of its error mapping. */
export function requireRegistrationEnabled({ state }: Apim): void {
  if (!isRegistrationEnabled(state.settings)) throw refusal(500, 'The client registration is disabled');
}

/** Registered clients of one developer; more than anybody needs, fewer than fill an identity provider. */
const mostApplications = 60;

/** Outside of the quirk nobody registers clients without an end. */
export function requireRoom({ state, quirks }: Apim, owner: User): void {
  const own = [...state.applications.values()].filter(
    ({ ownerId, registration, status }) => ownerId === owner.id && registration !== undefined && status === 'ACTIVE',
  );
  if (!quirks.anyNumberOfClients && own.length >= mostApplications)
    throw refusal(400, `You have ${mostApplications} registered applications, and nobody may have more.`);
}

/** 500 for a type that is switched off (3.20.32), or that is none. */
export function requireTypeEnabled({ state }: Apim, wanted: string | undefined): void {
  const type = applicationTypeOf(wanted);
  if (type === undefined) {
    const constant = `io.gravitee.repository.management.model.ApplicationType.${String(wanted).toUpperCase()}`;
    throw refusal(500, wanted === undefined ? 'Name is null' : `No enum constant ${constant}`);
  }
  if (!isTypeEnabled(state.settings, type.id)) throw refusal(500, `Application type '${type.id}' is not allowed`);
}

const typeNotFound = ({ wording }: Apim, id: string | undefined) =>
  refusal(404, `ApplicationType [${String(id ?? null)}] ${wording.notFound}`, {
    technicalCode: 'applicationType.notFound',
    parameters: { type: String(id ?? null) },
  });

const grantsNotAllowed = (type: ApplicationType, grants: readonly string[]) =>
  refusal(400, '', {
    technicalCode: 'application.grantTypesNotAllowed',
    parameters: { applicationType: type.id, targetGrantTypes: grants.join('|') },
  });

/** The type of the settings. Mandatory grants are not enforced, and redirect URIs are only counted, as in the product. */
export function checkedType(apim: Apim, oauth: OAuthSettings): ApplicationType {
  const type = applicationTypeOf(oauth.application_type);
  if (type === undefined) throw typeNotFound(apim, oauth.application_type);
  const { grant_types: grants = [], redirect_uris: uris = [] } = oauth;
  if (grants.length === 0)
    throw refusal(404, `Grant types ${apim.wording.notFound} or empty`, {
      technicalCode: 'application.grantTypesNotFound',
    });
  const allowed = type.allowed_grant_types.map((grant) => grant.type);
  if (!grants.every((grant) => allowed.includes(grant))) throw grantsNotAllowed(type, grants);
  if (type.requires_redirect_uris && uris.length === 0)
    throw refusal(404, `Redirect Uris ${apim.wording.notFound} or empty`, {
      technicalCode: 'application.redirectUrisNotFound',
    });
  return type;
}

/** Groups are looked up one by one. */
export function requireGroups({ state }: Apim, groups: readonly string[]): void {
  for (const group of groups)
    if (!state.groups.has(group))
      throw refusal(404, `Group [${group}] cannot be found.`, {
        technicalCode: 'group.notFound',
        parameters: { group },
      });
}

/** Only the ids of Simple applications are unique: those of registered clients are never compared (up to 4.8). */
export function requireFreeClientId({ state }: Apim, clientId: string | undefined, applicationId?: string): void {
  if (clientId === undefined || clientId === '') return;
  const taken = [...state.applications.values()].some(
    (other) =>
      other.id !== applicationId &&
      other.status === 'ACTIVE' &&
      (other.app?.client_id === clientId || other.registration?.payload['client_id'] === clientId),
  );
  if (taken)
    throw refusal(400, `An application already exists with client_id [${clientId}]`, {
      technicalCode: 'application.clientId.exists',
      parameters: { clientId },
    });
}
