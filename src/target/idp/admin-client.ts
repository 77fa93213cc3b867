import { randomBytes } from 'node:crypto';
import type { AdminClient } from '../../../mock-idp/api.ts';

/** Names and a secret for a client that nobody has named. */
export const newAdmin = (scope: string): AdminClient => ({
  clientId: `admin-${randomBytes(4).toString('hex')}`,
  clientSecret: randomBytes(32).toString('base64url'),
  scope,
});
