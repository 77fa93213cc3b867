import type { ApplicationType } from '../backend/application-types.ts';

export interface MetadataPair {
  key: string;
  value: string;
}

/** What has been typed so far; null is a field that nobody has touched. */
export interface Draft {
  name: string | null;
  description: string | null;
  domain: string | null;
  picture: string | null;
  type: ApplicationType | undefined;
  grantTypes: string[];
  redirectUris: string[];
  metadata: MetadataPair[];
  /** Settings of a Simple application. */
  app: { type: string; client_id: string };
  clientCertificate: string;
}

/** The first allowed type is chosen from the beginning. */
export function emptyDraft(first: ApplicationType | undefined): Draft {
  const draft: Draft = {
    name: null,
    description: null,
    domain: null,
    picture: null,
    type: undefined,
    grantTypes: [],
    redirectUris: [],
    metadata: [],
    app: { type: '', client_id: '' },
    clientCertificate: '',
  };
  if (first !== undefined) chooseType(draft, first);
  return draft;
}

/** Starts with the default grants of the type; redirect URIs are kept for a type that wants them. */
export function chooseType(draft: Draft, type: ApplicationType): void {
  draft.type = type;
  draft.grantTypes = type.default_grant_types.map((grant) => grant.type);
  if (!type.requires_redirect_uris) draft.redirectUris = [];
}

export const isSimple = (type: ApplicationType): boolean => type.id.toLowerCase() === 'simple';

const isText = (value: string | null): boolean => value !== null && value !== '';

export const isGeneralValid = ({ name, description }: Draft): boolean => isText(name) && isText(description);

export function isSecurityValid({ type, grantTypes, redirectUris, metadata }: Draft): boolean {
  if (type === undefined) return false;
  if (isSimple(type)) return true;
  return (
    grantTypes.length > 0 &&
    (!type.requires_redirect_uris || redirectUris.length > 0) &&
    metadata.every(({ key, value }) => key !== '' && value !== '')
  );
}
