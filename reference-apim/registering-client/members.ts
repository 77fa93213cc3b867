/** JSON types as the product's classes declare them; `date` and `number` also take numeric text. */
export type MemberKind = 'text' | 'list' | 'flag' | 'number' | 'date';

/** What the product can send, in the order of its serialisation (recorded from 3.20.32; the rest in source order). */
export const requestMembers = {
  redirect_uris: 'list',
  response_types: 'list',
  grant_types: 'list',
  application_type: 'text',
  contacts: 'list',
  client_name: 'text',
  logo_uri: 'text',
  client_uri: 'text',
  policy_uri: 'text',
  tos_uri: 'text',
  jwks_uri: 'text',
  sector_identifier_uri: 'text',
  subject_type: 'text',
  id_token_signed_response_alg: 'text',
  id_token_encrypted_response_alg: 'text',
  id_token_encrypted_response_enc: 'text',
  userinfo_signed_response_alg: 'text',
  userinfo_encrypted_response_alg: 'text',
  userinfo_encrypted_response_enc: 'text',
  request_object_signing_alg: 'text',
  request_object_encryption_alg: 'text',
  request_object_encryption_enc: 'text',
  token_endpoint_auth_method: 'text',
  token_endpoint_auth_signing_alg: 'text',
  default_max_age: 'number',
  require_auth_time: 'flag',
  default_acr_values: 'list',
  initiate_login_uri: 'text',
  request_uris: 'list',
  scope: 'text',
  software_id: 'text',
  software_version: 'text',
  software_statement: 'text',
} as const satisfies Record<string, MemberKind>;

/** What the product reads of an answer; the last five are extensions of Gravitee AM. */
export const responseMembers: Record<string, MemberKind> = {
  ...requestMembers,
  client_id: 'text',
  client_secret: 'text',
  registration_access_token: 'text',
  registration_client_uri: 'text',
  client_id_issued_at: 'date',
  client_secret_expires_at: 'number',
  domain: 'text',
  id: 'text',
  enabled: 'flag',
  created_at: 'date',
  updated_at: 'date',
};

export type JsonObject = Record<string, unknown>;

/** The members that the product can send, in its order; `undefined` and `null` are left out. */
export function inRequestOrder(metadata: JsonObject): JsonObject {
  const named = Object.keys(requestMembers).map((name) => [name, metadata[name]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined && value !== null));
}
