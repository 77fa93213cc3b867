import { randomBytes } from 'node:crypto';
import type { ApimRest, ProviderBody } from '../../fixtures/apim-rest.ts';
import type { Story } from '../../fixtures/index.ts';
import { done, type Outcome } from '../../fixtures/pages/answer.ts';
import { jksTrustStore, pkcs12TrustStore } from '../../mock-idp/tls/trust-store.ts';
import { Inconclusive } from '../../src/errors.ts';
import type { SightingOf } from '../../src/recording/sightings.ts';
import { until } from '../../src/target/until.ts';
import type { RunningIdp } from '../../src/target/idp/idp.ts';

export type TrustStore = NonNullable<ProviderBody['trust_store']>;

const contents = { PKCS12: pkcs12TrustStore, JKS: jksTrustStore };

/** A trust store with the authority of the run, for the product to be given; undefined where the IdP is without TLS. */
export async function trustStoreFor(
  { ca }: Pick<RunningIdp, 'ca'>,
  secrets: string[],
  type: TrustStore['type'] = 'PKCS12',
): Promise<TrustStore | undefined> {
  if (ca === undefined) return undefined;
  const password = randomBytes(12).toString('base64url');
  secrets.push(password);
  return { type, password, content: await contents[type](ca, password) };
}

export const certificatePlan = [
  'good-certificate',
  'unknown-authority',
  'certificate-of-another-name',
  'expired-certificate',
  'certificate-not-for-servers',
] as const;

type Shown = SightingOf<'certificate'>['shows'];

const titles: Readonly<Record<Shown, string>> = {
  'unknown-authority': 'offer the provider by REST, without a trust store',
  'other-name': 'offer one whose certificate is for another name',
  expired: 'offer one whose certificate has expired',
  'not-for-servers': 'offer one whose certificate is not for servers',
  good: 'offer the provider with the authority of this run in a trust store',
};

interface Server {
  readonly requests: () => number;
  /** How many clients left it without a request. */
  readonly left: () => number;
}

/** Offers a provider by REST and notes what became of it. What is taken by mistake is removed. */
export async function offer(
  { story, apim }: { story: Story; apim: ApimRest },
  shows: Shown,
  provider: ProviderBody,
  { requests, left }: Server,
): Promise<void> {
  await story.step('harness', titles[shows], async () => {
    const before = { requests: requests(), left: left() };
    const said = await apim.refusal(provider);
    const came = () => requests() - before.requests;
    // A product that never came as far as the certificate has refused for another reason.
    await until({
      what: 'a TLS connection of the product',
      look: async () =>
        came() > 0 || left() > before.left ? undefined : `no connection; it said: ${said ?? 'nothing'}`,
      deadline: 5_000,
      interval: 20,
    });
    sawCertificate(story, shows, said === null ? done : { outcome: 'refused', message: said }, came());
    if (said !== null)
      story.note(`The product ${came() === 0 ? 'sent no request' : `sent ${came()} requests`}, and said: ${said}`);
    if (said === null && shows !== 'good') await apim.removeProviders();
    if (said !== null && shows === 'good') throw new Inconclusive(`The provider over TLS was refused: ${said}`);
  });
}

export function sawCertificate(story: Story, shows: Shown, { outcome, ...said }: Outcome, requests: number): void {
  story.saw({ kind: 'certificate', shows, outcome: outcome === 'done' ? 'saved' : 'refused', ...said, requests });
}
