import type { IdpClient } from './idp-client.ts';

/** Milliseconds after writing. */
const lifetime = 5 * 60_000;

/** One node's cache of IdP clients by provider id. Deleting a provider does not empty it. */
export interface ClientCache {
  get(providerId: string): IdpClient | undefined;
  put(providerId: string, client: IdpClient): void;
}

export function newClientCache(): ClientCache {
  const entries = new Map<string, { client: IdpClient; expires: number }>();
  return {
    get: (providerId) => {
      const entry = entries.get(providerId);
      return entry !== undefined && entry.expires > Date.now() ? entry.client : undefined;
    },
    put: (providerId, client) => {
      entries.set(providerId, { client, expires: Date.now() + lifetime });
    },
  };
}
