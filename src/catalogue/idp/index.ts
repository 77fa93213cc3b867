import { byId } from '../define.ts';
import { deletion } from './delete/delete.ts';
import { discovery } from './discovery.ts';
import type { IdpCheck } from './define.ts';
import { read } from './read/read.ts';
import { readRefused } from './read/refused.ts';
import { updateRefused } from './update/refused.ts';
import { update } from './update/update.ts';

/** The rules for identity providers, sorted by id. */
export const idpChecks: readonly IdpCheck[] = [
  ...discovery,
  ...read,
  ...readRefused,
  ...update,
  ...updateRefused,
  ...deletion,
].sort(byId);
