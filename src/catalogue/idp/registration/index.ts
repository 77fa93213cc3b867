import type { IdpCheck } from '../define.ts';
import { answer } from './answer.ts';
import { credentials } from './credentials.ts';
import { members } from './members.ts';
import { metadata } from './metadata.ts';
import { types } from './types.ts';

/** The rules about clients that were registered. */
export const registration: readonly IdpCheck[] = [...answer, ...credentials, ...metadata, ...members, ...types];
