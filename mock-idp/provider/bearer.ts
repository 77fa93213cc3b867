import type Provider from 'oidc-provider';

export type Context = Parameters<Parameters<Provider['use']>[0]>[0];
export type Middleware = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>;

/** RFC 6750 §2.1; the scheme's case is free (RFC 9110 §11.1). */
export const bearerOf = (ctx: Context): string | undefined => /^bearer (\S+)$/i.exec(ctx.get('authorization'))?.[1];

export interface Refusal {
  status: 400 | 401 | 403;
  error: string;
  description: string;
  scope?: string;
  /** RFC 6750 §3.1: a request without any token is answered without an error code in the challenge. */
  challenge?: 'bare' | 'none';
}

/** An error answer with the challenge of RFC 6750 §3. */
export function refuse(ctx: Context, realm: string, { status, error, description, scope, challenge }: Refusal): void {
  const parameters = challenge === 'bare' ? { realm } : { realm, error, error_description: description, scope };
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value}"`],
  );
  ctx.status = status;
  ctx.set('cache-control', 'no-store');
  if (challenge !== 'none') ctx.set('WWW-Authenticate', `Bearer ${written.join(', ')}`);
  ctx.body = { error, error_description: description, ...(scope !== undefined && { scope }) };
}
