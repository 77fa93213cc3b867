import { randomUUID } from 'node:crypto';

import { defaultUsers } from '../api.ts';

export type Action = 'C' | 'R' | 'U' | 'D';
export type Permissions = Readonly<Record<string, readonly Action[]>>;

export interface Role {
  readonly scope: 'ORGANIZATION' | 'ENVIRONMENT';
  readonly name: string;
  readonly permissions: Permissions;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly createdAt: number;
}

const all: readonly Action[] = ['C', 'R', 'U', 'D'];
const every = (...names: string[]): Permissions => Object.fromEntries(names.map((name) => [name, all]));

const organizationAdmin: Role = {
  scope: 'ORGANIZATION',
  name: 'ADMIN',
  permissions: every(
    ...[
      'AUDIT',
      'CUSTOM_USER_FIELDS',
      'USER_TOKEN',
      'ENVIRONMENT',
      'SETTINGS',
      'USER',
      'ENTRYPOINT',
      'TENANT',
      'POLICIES',
    ],
    ...['ROLE', 'NOTIFICATION_TEMPLATES', 'INSTALLATION', 'TAG', 'IDENTITY_PROVIDER', 'IDENTITY_PROVIDER_ACTIVATION'],
    'LICENSE_MANAGEMENT',
  ),
};

const environmentAdmin: Role = {
  scope: 'ENVIRONMENT',
  name: 'ADMIN',
  permissions: every(
    ...[
      'AUDIT',
      'QUALITY_RULE',
      'DOCUMENTATION',
      'API_HEADER',
      'APPLICATION',
      'ALERT',
      'SETTINGS',
      'PLATFORM',
      'GROUP',
    ],
    ...[
      'MESSAGE',
      'DASHBOARD',
      'CATEGORY',
      'DICTIONARY',
      'CLUSTER',
      'IDENTITY_PROVIDER_ACTIVATION',
      'THEME',
      'INSTANCE',
    ],
    ...['ENTRYPOINT', 'TENANT', 'TOP_APIS', 'CLIENT_REGISTRATION_PROVIDER', 'NOTIFICATION', 'INTEGRATION'],
    ...['SHARED_POLICY_GROUP', 'API', 'TAG', 'METADATA'],
  ),
};

const organizationUser: Role = {
  scope: 'ORGANIZATION',
  name: 'USER',
  permissions: { ROLE: ['R'], USER_TOKEN: [], ENVIRONMENT: ['R'], TAG: ['R'], ENTRYPOINT: ['R'], TENANT: ['R'] },
};

const environmentUser: Role = {
  scope: 'ENVIRONMENT',
  name: 'USER',
  permissions: {
    GROUP: ['R'],
    DOCUMENTATION: ['R'],
    INTEGRATION: ['R'],
    SHARED_POLICY_GROUP: ['R'],
    APPLICATION: all,
    API: ['R'],
  },
};

const apiPublisher: Role = {
  scope: 'ENVIRONMENT',
  name: 'API_PUBLISHER',
  permissions: { ...environmentUser.permissions, API: ['C', 'R'] },
};

/** Permissions of the owner of an application, and of every administrator (4.10.9). */
export const ownerPermissions: Permissions = every(
  ...['DEFINITION', 'NOTIFICATION', 'LOG', 'ANALYTICS', 'SUBSCRIPTION', 'ALERT', 'METADATA', 'MEMBER'],
);

/** The permissions that a role of each scope may have. */
export const roleScopes: Readonly<Record<string, readonly string[]>> = {
  ORGANIZATION: Object.keys(organizationAdmin.permissions),
  ENVIRONMENT: Object.keys(environmentAdmin.permissions),
  APPLICATION: Object.keys(ownerPermissions),
};

/** The users of the shipped configuration that the harness signs in with. */
export function newUsers(): User[] {
  const createdAt = Date.now();
  return [
    { ...defaultUsers.admin, roles: [organizationAdmin, organizationUser, environmentUser, environmentAdmin] },
    { ...defaultUsers.user, roles: [organizationUser, environmentUser] },
    { ...defaultUsers.api1, roles: [organizationUser, apiPublisher] },
    { ...defaultUsers.application1, roles: [organizationUser, environmentUser] },
  ].map((user) => ({ ...user, id: randomUUID(), createdAt }));
}

/** Union of a user's roles in the environment. */
export function environmentPermissions(user: User): Record<string, Action[]> {
  const merged: Record<string, Action[]> = {};
  for (const { permissions } of user.roles.filter((role) => role.scope === 'ENVIRONMENT'))
    for (const [name, actions] of Object.entries(permissions))
      merged[name] = all.filter((action) => actions.includes(action) || merged[name]?.includes(action));
  return merged;
}

export const isAdmin = (user: User): boolean => user.roles.some((role) => role.name === 'ADMIN');

export const mayOnEnvironment = (user: User, permission: string, actions: readonly Action[]): boolean =>
  actions.every((action) => environmentPermissions(user)[permission]?.includes(action) === true);
