import type { Metadata } from '../metadata.ts';
import { headerOf, type Answer } from './wire.ts';

/** The members of the metadata that the client cannot do without. */
export type Endpoint = 'token_endpoint' | 'registration_endpoint';

/** What the client asks of the metadata of an identity provider. */
export interface DiscoveryConduct {
  readonly isMetadata: (status: number) => boolean;
  readonly agrees: (issuer: unknown, expected: string) => boolean;
  /** What else is wrong with metadata; the specifications ask for nothing more. */
  readonly metadataComplaint: (metadata: Metadata) => string | undefined;
  readonly needed: readonly Endpoint[];
  /** What a person reads about an endpoint that is absent, or no absolute http or https address. */
  readonly endpointComplaint: (endpoint: Endpoint, value: unknown) => string;
  readonly trusts: (endpoint: URL, metadata: URL) => boolean;
  /** The address that is asked for an endpoint. */
  readonly address: (endpoint: string) => string;
  /** Milliseconds that metadata may be used again. */
  readonly metadataLifetime: (answer: Answer) => number;
  /** Metadata that was read when the provider was saved again takes the place of the old. */
  readonly replacesMetadata: boolean;
}

/** How long metadata is used again of which its answer does not say how long. */
const usualLifetime = 60_000;

/** RFC 9111 §5.2.2 */
function metadataLifetime(answer: Answer): number {
  const control = headerOf(answer, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return 0;
  const seconds = /\bmax-age=(\d+)/.exec(control)?.[1];
  return seconds === undefined ? usualLifetime : Number(seconds) * 1000;
}

export const correctDiscovery: DiscoveryConduct = {
  isMetadata: (status) => status === 200,
  agrees: (issuer, expected) => issuer === expected,
  metadataComplaint: () => undefined,
  needed: ['token_endpoint', 'registration_endpoint'],
  endpointComplaint: (endpoint, value) =>
    value === undefined || value === null
      ? `The metadata has no ${endpoint}.`
      : `The ${endpoint} of the metadata is not an absolute http or https address.`,
  // RFC 9700 §4.4: credentials go to the origin that the administrator named, and never from https to http.
  trusts: (endpoint, metadata) => endpoint.origin === metadata.origin,
  address: (endpoint) => endpoint,
  metadataLifetime,
  replacesMetadata: true,
};
