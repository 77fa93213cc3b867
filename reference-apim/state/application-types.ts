/** Types and grants are the same from APIM 3.20 to 4.13; only their descriptions changed (`wording.ts`). */
export interface GrantType {
  readonly type: string;
  readonly name: string;
  readonly response_types: readonly string[];
}

export type ApplicationTypeId = 'simple' | 'browser' | 'web' | 'native' | 'backend_to_backend';

export interface ApplicationType {
  readonly id: ApplicationTypeId;
  readonly name: string;
  readonly requires_redirect_uris: boolean;
  readonly allowed_grant_types: readonly GrantType[];
  readonly default_grant_types: readonly GrantType[];
  readonly mandatory_grant_types: readonly GrantType[];
}

const code: GrantType = { type: 'authorization_code', name: 'Authorization Code', response_types: ['code'] };
const refresh: GrantType = { type: 'refresh_token', name: 'Refresh Token', response_types: [] };
const password: GrantType = { type: 'password', name: 'Resource Owner Password', response_types: [] };
const implicit: GrantType = { type: 'implicit', name: 'Implicit', response_types: ['token', 'id_token'] };
const hybrid: GrantType = { ...implicit, name: 'Implicit (Hybrid)' };
const machine: GrantType = { type: 'client_credentials', name: 'Client Credentials', response_types: [] };

export const applicationTypesById: Readonly<Record<ApplicationTypeId, ApplicationType>> = {
  simple: {
    id: 'simple',
    name: 'Simple',
    requires_redirect_uris: false,
    allowed_grant_types: [],
    default_grant_types: [],
    mandatory_grant_types: [],
  },
  browser: {
    id: 'browser',
    name: 'SPA',
    requires_redirect_uris: true,
    allowed_grant_types: [code, implicit],
    default_grant_types: [code],
    mandatory_grant_types: [],
  },
  web: {
    id: 'web',
    name: 'Web',
    requires_redirect_uris: true,
    allowed_grant_types: [code, refresh, hybrid],
    default_grant_types: [code],
    mandatory_grant_types: [code],
  },
  native: {
    id: 'native',
    name: 'Native',
    requires_redirect_uris: true,
    allowed_grant_types: [code, refresh, password, hybrid],
    default_grant_types: [code],
    mandatory_grant_types: [code],
  },
  backend_to_backend: {
    id: 'backend_to_backend',
    name: 'Backend to backend',
    requires_redirect_uris: false,
    allowed_grant_types: [machine],
    default_grant_types: [machine],
    mandatory_grant_types: [machine],
  },
};

export const applicationTypes: readonly ApplicationType[] = Object.values(applicationTypesById);

/** Case-insensitive, as the product looks a type up. */
export const applicationTypeOf = (id: string | undefined): ApplicationType | undefined =>
  applicationTypes.find((type) => type.id === id?.toLowerCase());

/** Union over the chosen grants, in the order of the type's allowed list. */
export const responseTypesOf = (type: ApplicationType, grants: readonly string[]): string[] => [
  ...new Set(
    type.allowed_grant_types.filter((grant) => grants.includes(grant.type)).flatMap((grant) => grant.response_types),
  ),
];
