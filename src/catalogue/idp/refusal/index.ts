import type { IdpCheck } from '../define.ts';
import { answer } from './answer.ts';
import { canary } from './canary.ts';
import { bodies, metadata } from './metadata.ts';
import { power } from './power.ts';
import { redirectUris } from './redirect-uris.ts';

/** The rules about registrations that are refused. */
export const refusal: readonly IdpCheck[] = [...answer, ...redirectUris, ...metadata, ...bodies, ...power, ...canary];
