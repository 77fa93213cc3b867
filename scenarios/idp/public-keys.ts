import { generateKeyPairSync } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const named = { kid: 'dcrh-1', use: 'sig', alg: 'ES256' };

/** A JWK set as a client registers it (RFC 7517 §5). */
export const publicKeys = { keys: [{ ...publicKey.export({ format: 'jwk' }), ...named }] };

/** The same with the private key in it, which a client must never send. */
export const leakedKeys = { keys: [{ ...privateKey.export({ format: 'jwk' }), ...named }] };
