import { byId } from '../define.ts';
import { discovery } from './discovery.ts';
import type { IdpCheck } from './define.ts';

/** The rules for identity providers, sorted by id. */
export const idpChecks: readonly IdpCheck[] = [...discovery].sort(byId);
