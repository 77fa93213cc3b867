import { join, resolve } from 'node:path';
import { packageRoot } from './paths.ts';
import type { Settings } from './settings.ts';
import type { ReferenceSettings } from './sut-settings.ts';

/** The embedded default: both sides in process, the product as it was recorded, its known deviations in the baseline. */
export const embeddedDefaults = (): Settings => ({
  sut: { kind: 'reference', mode: 'as-apim-3.20' },
  portal: 'classic',
  idp: { kind: 'mock', profile: 'gravitee' },
  tls: false,
  admin: { username: 'admin', password: 'admin' },
  developer: { username: 'user', password: 'password' },
  browser: { headed: false },
  out: resolve('reports', 'latest'),
  profile: 'oidc',
  strict: false,
  baseline: embeddedBaseline('as-apim-3.20'),
  stories: [],
  faults: [],
  actionTimeout: 15_000,
});

/** The known deviations of the stand-in in one of its modes; none are known of the correct one. */
export const embeddedBaseline = (mode: ReferenceSettings['mode']): string | null =>
  mode === 'correct' ? null : join(packageRoot, 'baselines', `reference-${mode}.yaml`);
