import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWKS } from 'oidc-provider';

/** RS256 is what a client gets that asks for nothing (OpenID Connect Dynamic Client Registration 1.0 §2). */
export async function createSigningKeys(): Promise<JWKS> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  return { keys: [{ kty, n, e, d, p, q, dp, dq, qi, alg: 'RS256', use: 'sig' }] };
}
