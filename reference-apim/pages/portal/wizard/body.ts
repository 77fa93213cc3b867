import { isSimple, type Draft } from './draft.ts';

const oauthOf = ({ type, grantTypes, redirectUris, metadata }: Draft): object => ({
  redirect_uris: redirectUris,
  grant_types: grantTypes,
  application_type: type?.id,
  additionalClientMetadata: metadata,
  additional_client_metadata: Object.fromEntries(metadata.map(({ key, value }) => [key, value])),
});

const settingsOf = (draft: Draft): object => ({
  ...(draft.type !== undefined && isSimple(draft.type) ? { app: draft.app } : { oauth: oauthOf(draft) }),
  tls: { client_certificate: draft.clientCertificate },
});

/** What the classic portal 4.10.9 posts: members in this order, and the form's own `additionalClientMetadata` among them. */
export const bodyOf = (draft: Draft): object => ({
  name: draft.name,
  description: draft.description,
  domain: draft.domain,
  picture: draft.picture,
  settings: settingsOf(draft),
  api_key_mode: 'UNSPECIFIED',
});
