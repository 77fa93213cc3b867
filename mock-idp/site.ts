import { networkInterfaces } from 'node:os';
import { UsageError } from '../src/errors.ts';
import type { SiteOptions } from './api.ts';
import type { Address } from './listen.ts';
import type { AddressedAs } from './recorder/behind.ts';
import type { CertificateFlaw, Certificates, ServerCertificate } from './tls/certificates.ts';

export interface Site {
  listening: Address & { tls?: ServerCertificate; publicUrl?: string };
  /** PEM of the authority behind its certificate. */
  ca: string | undefined;
}

/** Checks where a recorder is to listen and how clients reach it; makes its certificate. Throws `UsageError`. */
export async function siteOf(
  { port = 0, host = '127.0.0.1', publicUrl, tls = false }: SiteOptions,
  flaw?: CertificateFlaw,
): Promise<Site> {
  const url = publicUrl === undefined ? undefined : readPublicUrl(publicUrl, tls);
  const certificates = tls ? await certificatesFor(namesOf(host, url), flaw) : undefined;
  return {
    listening: {
      port,
      host,
      ...(certificates && { tls: certificates.server }),
      ...(publicUrl !== undefined && { publicUrl }),
    },
    ca: certificates?.ca,
  };
}

/** Loaded on demand: only some runs are over TLS, and the library takes a moment. */
async function certificatesFor(names: readonly string[], flaw?: CertificateFlaw): Promise<Certificates> {
  const { createCertificates } = await import('./tls/certificates.ts');
  return createCertificates(names, flaw);
}

/** How clients address it, when the IdP behind must be told. */
export function addressedAs(origin: string, { publicUrl, tls = false }: SiteOptions): AddressedAs | undefined {
  if (publicUrl === undefined && !tls) return undefined;
  const { host, protocol } = new URL(origin);
  return { ...(publicUrl !== undefined && { host }), protocol: protocol === 'https:' ? 'https' : 'http' };
}

/** A proxy in front may add TLS to a server that has none; it cannot take away the path. */
function readPublicUrl(publicUrl: string, tls: boolean): URL {
  const url = URL.parse(publicUrl);
  const whole = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '';
  if (!whole || url.username !== '')
    throw new UsageError(
      `"${publicUrl}" is no public URL: give scheme, host and port and nothing else, http://idp:9080.`,
    );
  if (tls && url.protocol !== 'https:')
    throw new UsageError(`The public URL ${publicUrl} is not https, but TLS was asked for.`);
  return url;
}

const loopback = ['localhost', '127.0.0.1', '::1'];

const everyInterface = ['0.0.0.0', '::'];

/** Every name and address under which a client may come. */
function namesOf(host: string, publicUrl: URL | undefined): string[] {
  const own = everyInterface.includes(host)
    ? Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address))
    : [host];
  const known = publicUrl === undefined ? [] : [publicUrl.hostname.replace(/^\[|\]$/g, '')];
  return [...new Set([...loopback, ...own, ...known])].filter((name) => !name.includes('%'));
}
