import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import type { State } from '../state/state.ts';
import type { User } from '../state/users.ts';

/** Seconds: `jwt.expire-after` of the shipped configuration. */
export const sessionSeconds = 604_800;

const base64url = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

const signatureOf = (secret: Buffer, text: string) => createHmac('sha256', secret).update(text).digest();

/** JWS compact serialisation with HS256. */
export function sign(secret: Buffer, claims: object): string {
  const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
  return `${text}.${base64url(signatureOf(secret, text))}`;
}

/** The claims of a JWS that was signed with this secret. */
export function verified(secret: Buffer, jws: string): unknown {
  const [header = '', claims = '', signature = ''] = jws.split('.');
  const expected = signatureOf(secret, `${header}.${claims}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

const sessionClaims = z.object({ sub: z.string(), exp: z.number() });

/** The token of a login, with the claims of the product. */
export function newSessionToken({ jwtSecret }: State, user: User): string {
  const iat = Math.floor(Date.now() / 1000);
  return sign(jwtSecret, {
    iss: 'gravitee-management-auth',
    sub: user.id,
    permissions: user.roles.map((role) => ({ authority: `${role.scope}:${role.name}` })),
    org: 'DEFAULT',
    jti: randomUUID(),
    iat,
    exp: iat + sessionSeconds,
  });
}

export function userOfToken({ jwtSecret, users }: State, token: string): User | undefined {
  const claims = sessionClaims.safeParse(verified(jwtSecret, token)).data;
  if (claims === undefined || claims.exp * 1000 < Date.now()) return undefined;
  return users.find((user) => user.id === claims.sub);
}

/** RFC 7617 §2: everything after the first colon is the password. */
export function userOfBasic({ users }: State, credentials: string): User | undefined {
  const [username, ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return users.find((user) => user.username === username && user.password === password.join(':'));
}
