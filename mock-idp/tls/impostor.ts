import type { SiteOptions } from '../api.ts';
import { startRecorder } from '../recorder.ts';
import { siteOf } from '../site.ts';
import type { CertificateFlaw } from './certificates.ts';

/** A server whose certificate a careful client does not accept, though the authority behind it is trusted. */
export interface RunningImpostor extends AsyncDisposable {
  readonly discoveryUrl: string;
  /** PEM of the authority behind its certificate. */
  readonly ca: string | undefined;
  /** How many requests clients sent all the same. */
  readonly requests: () => number;
  /** How many clients came and left without a request. */
  readonly refusals: () => number;
}

/** Where the recorder listens there is no second port, so it takes any free one. */
export async function startImpostor(flaw: CertificateFlaw, site: SiteOptions): Promise<RunningImpostor> {
  const { publicUrl } = site;
  const atAnyPort = publicUrl === undefined ? {} : { publicUrl: withPortZero(publicUrl) };
  const { listening, ca } = await siteOf({ ...site, ...atAnyPort, port: 0, tls: true }, flaw);
  const seen = { requests: 0 };
  const recorder = await startRecorder({
    ...listening,
    resolve: () => undefined,
    otherwise: (_request, response) => {
      seen.requests += 1;
      response.writeHead(404).end();
    },
  });
  return {
    discoveryUrl: `${recorder.origin}/.well-known/openid-configuration`,
    ca,
    requests: () => seen.requests,
    // A connection with a request that nobody resolves counts as one without.
    refusals: () => Math.max(0, recorder.brokenHandshakes().length - seen.requests),
    [Symbol.asyncDispose]: () => recorder[Symbol.asyncDispose](),
  };
}

function withPortZero(publicUrl: string): string {
  const { protocol, hostname } = new URL(publicUrl);
  return `${protocol}//${hostname}:0`;
}
