import { byId } from '../define.ts';
import { discovery } from './discovery.ts';
import type { IdpCheck } from './define.ts';
import { refusal } from './refusal/index.ts';
import { registration } from './registration/index.ts';

/** The rules for identity providers, sorted by id. */
export const idpChecks: readonly IdpCheck[] = [...discovery, ...registration, ...refusal].sort(byId);
