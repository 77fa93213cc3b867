import { z } from 'zod';
import { ask, tell } from './http.ts';

const user = z.looseObject({
  id: z.string(),
  displayName: z.string(),
  roles: z.array(z.looseObject({ scope: z.string(), name: z.string() })).default([]),
});
const environments = z.array(z.looseObject({ id: z.string(), name: z.string(), hrids: z.array(z.string()) })).min(1);
const permissions = z.record(z.string(), z.array(z.string()));
const portal = z.looseObject({
  portal: z.looseObject({ url: z.string().optional() }).optional(),
});
const license = z.looseObject({
  tier: z.string(),
  features: z.array(z.string()),
  isExpired: z.boolean().optional(),
});
const counted = z.looseObject({ page: z.looseObject({ total_elements: z.number() }) });

export interface Environment {
  readonly id: string;
  readonly hrid: string;
  readonly name: string;
  readonly permissions: Readonly<Record<string, readonly string[]>>;
  readonly portalUrl: string | undefined;
  readonly features: readonly string[];
}

/** Everything the pages know about who is signed in and where; `org` and the like are bases of REST addresses. */
export const session: {
  mgmt: string;
  organizationId: string;
  user: z.infer<typeof user> | undefined;
  environment: Environment | undefined;
  waiting: number;
} = { mgmt: '', organizationId: 'DEFAULT', user: undefined, environment: undefined, waiting: 0 };

export const org = (): string => `${session.mgmt}/organizations/${session.organizationId}`;
export const v2org = (): string => `${session.mgmt}/v2/organizations/${session.organizationId}`;
export const env = (): string => `${org()}/environments/${session.environment?.id ?? 'DEFAULT'}`;
export const hrid = (): string => session.environment?.hrid ?? 'default';

export const may = (permission: string, action: 'C' | 'R' | 'U' | 'D'): boolean =>
  session.environment?.permissions[permission]?.includes(action) ?? false;

export const isOrganizationAdmin = (): boolean =>
  session.user?.roles.some(({ scope, name }) => scope === 'ORGANIZATION' && name === 'ADMIN') ?? false;

export const hasFeature = (feature: string): boolean => session.environment?.features.includes(feature) ?? false;

export async function loadUser(): Promise<boolean> {
  session.user = await ask(user, `${org()}/user`, { quiet: true });
  return session.user !== undefined;
}

export async function signIn(username: string, password: string): Promise<boolean> {
  const credentials = btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
  const headers = { Authorization: `Basic ${credentials}` };
  const accepted = await tell(`${org()}/user/login`, { method: 'POST', body: {}, headers, quiet: true });
  return accepted && (await loadUser());
}

export async function signOut(): Promise<void> {
  session.user = undefined;
  session.environment = undefined;
  await tell(`${org()}/user/logout`, { method: 'POST', body: {}, quiet: true });
}

/** `name` is the human-readable id of the address bar, or the technical id. */
export async function enterEnvironment(name: string): Promise<void> {
  const known = await ask(environments, `${org()}/environments`);
  const found = known?.find(({ id, hrids }) => hrids.includes(name) || id === name) ?? known?.[0];
  if (found === undefined) return;
  const base = `${org()}/environments/${found.id}`;
  const [granted, settings, licence] = await Promise.all([
    ask(permissions, `${base}/permissions`),
    ask(portal, `${base}/portal`),
    ask(license, `${v2org()}/license`),
    tell(`${v2org()}/ui/customization`),
    pollOnce(),
  ]);
  session.environment = {
    id: found.id,
    hrid: found.hrids[0] ?? found.id,
    name: found.name,
    permissions: granted ?? {},
    portalUrl: settings?.portal?.url,
    features: licence?.isExpired === true ? [] : (licence?.features ?? []),
  };
}

export async function pollOnce(): Promise<void> {
  const [tasks, notifications] = await Promise.all([
    ask(counted, `${org()}/user/tasks`),
    ask(counted, `${org()}/user/notifications`),
  ]);
  session.waiting = (tasks?.page.total_elements ?? 0) + (notifications?.page.total_elements ?? 0);
}
