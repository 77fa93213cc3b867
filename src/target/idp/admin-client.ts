import { randomBytes } from 'node:crypto';
import type { AdminClient } from '../../../mock-idp/api.ts';

const random = () => randomBytes(18).toString('base64url');

/**
 * An id and a secret for a client that nobody has named. The secret has characters that form-urlencoding changes, so that
 * it shows how a product writes them (RFC 6749 §2.3.1).
 */
export const newAdmin = (scope: string): AdminClient => ({
  clientId: `admin-${randomBytes(4).toString('hex')}`,
  clientSecret: `${random()}/${random()}=`,
  scope,
});
