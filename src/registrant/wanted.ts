import { applicationTypes, isRedirected } from './application-types.ts';
import type { AuthMethod } from './conduct/token.ts';
import { withoutNulls, type Metadata } from './metadata.ts';
import type { Change, Registration, Wanted } from './registration.ts';

export interface Defaults {
  readonly softwareId: string | undefined;
  /** How a confidential client authenticates at this identity provider. */
  readonly authMethod: AuthMethod;
}

/** The client metadata (RFC 7591 §2) of an application that was asked for. */
export function metadataOf(
  { name, type, redirectUris, metadata }: Wanted,
  { softwareId, authMethod }: Defaults,
): Metadata {
  const ofType = applicationTypes[type];
  return withoutNulls({
    client_name: name,
    ...ofType,
    ...(ofType.token_endpoint_auth_method !== 'none' && { token_endpoint_auth_method: authMethod }),
    redirect_uris: isRedirected(type) ? redirectUris : [],
    software_id: softwareId,
    ...metadata,
  });
}

/** The members that a change names. */
export const changedMembers = ({ name, redirectUris, metadata }: Change): Metadata => ({
  ...metadata,
  ...(name !== undefined && { client_name: name }),
  ...(redirectUris !== undefined && { redirect_uris: redirectUris }),
});

/** What a product shows that takes a change for done. */
export const pretended = (old: Registration, change: Change): Registration => ({
  ...old,
  information: { ...old.information, ...changedMembers(change) },
});
