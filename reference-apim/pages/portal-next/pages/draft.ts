import type { ApplicationType } from '../../portal/backend/application-types.ts';
import { metadataOf, type Pair } from '../form/metadata.ts';
import type { TextField } from '../form/text.ts';

/** What a person has typed about a new application. */
export interface Draft {
  type: ApplicationType | undefined;
  name: string;
  description: string;
  appType: string;
  appClientId: string;
  clientCertificate: string;
  grantTypes: readonly string[];
  redirectUris: readonly string[];
  metadata: Pair[];
  /** What is read after a refusal. */
  error: string | undefined;
}

export const newDraft = (): Draft => ({
  type: undefined,
  ...{ name: '', description: '', appType: '', appClientId: '', clientCertificate: '' },
  ...{ grantTypes: [], redirectUris: [], metadata: [{ key: '', value: '' }] },
  error: undefined,
});

/** Labels of the fields that hold one text. */
export const texts = {
  name: { label: 'Application name' },
  description: { label: 'Description (optional)', type: 'lines' },
  appType: { label: 'Type', hint: 'Type of the application (mobile, web, ...)' },
  appClientId: {
    label: 'Client ID',
    hint: 'The client_id of the application. This field is required to subscribe to certain types of API Plan (OAuth2, JWT)',
  },
  clientCertificate: {
    label: 'Client Certificate (PEM Only)',
    type: 'lines',
    hint: 'The client_certificate of the application. This field is required to subscribe to certain mTLS plans.',
  },
} as const satisfies Record<string, Pick<TextField, 'label' | 'hint' | 'type'>>;

export const isValid = ({ name, type, redirectUris }: Draft): boolean =>
  name.trim() !== '' && type !== undefined && (!type.requires_redirect_uris || redirectUris.length > 0);

const filled = (text: string): string | undefined => text.trim() || undefined;

function oauthOf({ type, grantTypes, redirectUris, metadata }: Draft): object {
  const additional = metadataOf(metadata);
  return {
    application_type: type?.id,
    grant_types: grantTypes,
    redirect_uris: redirectUris,
    ...(Object.keys(additional).length > 0 && { additional_client_metadata: additional }),
  };
}

/** What the portal 4.10.9 posts. */
export function bodyOf(draft: Draft): object {
  const { name, description, type, appType, appClientId, clientCertificate } = draft;
  const certificate = filled(clientCertificate);
  return {
    name: name.trim(),
    description: filled(description),
    settings: {
      ...(type?.id === 'simple'
        ? { app: { type: filled(appType), client_id: filled(appClientId) } }
        : { oauth: oauthOf(draft) }),
      ...(certificate !== undefined && { tls: { client_certificate: certificate } }),
    },
  };
}
