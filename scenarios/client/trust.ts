import { randomBytes } from 'node:crypto';
import type { ProviderBody } from '../../fixtures/apim-rest.ts';
import { jksTrustStore, pkcs12TrustStore } from '../../mock-idp/tls/trust-store.ts';
import type { RunningIdp } from '../../src/target/idp/idp.ts';

export type TrustStore = NonNullable<ProviderBody['trust_store']>;

const contents = { PKCS12: pkcs12TrustStore, JKS: jksTrustStore };

/** A trust store with the authority of the run, for the product to be given; undefined where the IdP is without TLS. */
export async function trustStoreFor(
  { ca }: RunningIdp,
  secrets: string[],
  type: TrustStore['type'] = 'PKCS12',
): Promise<TrustStore | undefined> {
  if (ca === undefined) return undefined;
  const password = randomBytes(12).toString('base64url');
  secrets.push(password);
  return { type, password, content: await contents[type](ca, password) };
}
