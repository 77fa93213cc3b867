import { randomBytes } from 'node:crypto';

import type { Application } from './applications.ts';
import type { Provider } from './providers.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { newUsers, type User } from './users.ts';

/** One installation in memory: organization and environment `DEFAULT`. */
export interface State {
  readonly users: readonly User[];
  readonly jwtSecret: Buffer;
  readonly providers: Map<string, Provider>;
  readonly applications: Map<string, Application>;
  readonly groups: ReadonlyMap<string, { id: string; name: string }>;
  settings: Settings;
  licence: 'enterprise' | 'oss';
}

export const newState = (licence: State['licence'], providers: readonly Provider[] = []): State => ({
  users: newUsers(),
  jwtSecret: randomBytes(32),
  providers: new Map(providers.map((provider) => [provider.id, provider])),
  applications: new Map(),
  groups: new Map(),
  settings: defaultSettings,
  licence,
});
