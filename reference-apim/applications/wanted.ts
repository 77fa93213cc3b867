import type { Wanted } from '../registering-client/metadata.ts';
import type { ApplicationType } from '../state/application-types.ts';
import type { OAuthSettings } from './checks.ts';

/** `name` is what the caller typed: untrimmed on the wire, trimmed where it is stored. */
export const wantedOf = (name: string, type: ApplicationType, oauth: OAuthSettings): Wanted => ({
  name,
  type,
  application_type: oauth.application_type ?? type.id,
  grant_types: oauth.grant_types ?? [],
  redirect_uris: oauth.redirect_uris,
  client_uri: oauth.client_uri,
  logo_uri: oauth.logo_uri,
  additionalMetadata: oauth.additional_client_metadata ?? {},
});
