import { getCACertificates } from 'node:tls';

/** Authorities to trust: those that Node trusts anyway, `NODE_EXTRA_CA_CERTS` included, and one more. */
export const trusted = (ca: string): string[] => [...getCACertificates('default'), ca];

/** What went wrong, also where `fetch` hides it in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return error.message === '' ? (code ?? error.name) : error.message;
}
