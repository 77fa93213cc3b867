import type { FaultAt } from '../faults/fault.ts';
import { objectOf, stringOf } from '../../src/recording/body.ts';

/** One IdP's addresses and their counterparts on the recorder. Learns what the discovery document and answers announce. */
export interface Addresses {
  /** The address under which clients of the recorder find this address of the IdP; undefined: it is none of the IdP's. */
  toRecorder(url: string): string | undefined;
  /** The address of the IdP that a request target in the view means. */
  toUpstream(target: string): URL | undefined;
  /** Takes over the endpoints of a discovery document. */
  learnMetadata(metadata: Readonly<Record<string, unknown>>): void;
  /** Takes over a `registration_client_uri` as the IdP wrote it. */
  learnManagement(url: string): void;
  /** The endpoint that a request meets, as far as faults are concerned. */
  endpointOf(target: string, method: string): FaultAt | undefined;
}

const absolute = /^(https?:\/\/[^/?#]+)(.*)$/is;

/** The second and every further origin of an IdP stands below this segment and its number. */
const further = /^\/_(\d+)(.*)$/s;

/** `base` is the view's address on the recorder, `discoveryUrl` the address of the metadata at the IdP. */
export function createAddresses(base: string, discoveryUrl: string): Addresses {
  const origins = [new URL(discoveryUrl).origin];
  const managed = new Set<string>();
  const endpoints: { token?: string; registration?: string; renewal?: string } = {};

  const learnOrigin = (url: string) => {
    const origin = URL.parse(url)?.origin;
    if (origin !== undefined && origin !== 'null' && !origins.includes(origin)) origins.push(origin);
  };
  const toUpstream = (target: string): URL | undefined => {
    const [, number = '0', rest = target] = further.exec(target) ?? [];
    const origin = origins[Number(number)];
    return origin === undefined ? undefined : (URL.parse(`${origin}${rest}`) ?? undefined);
  };

  return {
    toUpstream,
    toRecorder(url) {
      const [, start = '', rest = ''] = absolute.exec(url) ?? [];
      const at = origins.indexOf(URL.parse(start)?.origin ?? '');
      if (at < 0) return undefined;
      return at === 0 ? `${base}${rest}` : `${base}/_${at}${rest}`;
    },
    learnMetadata(metadata) {
      for (const url of endpointsIn(metadata)) learnOrigin(url);
      const token = stringOf(metadata['token_endpoint']);
      const registration = stringOf(metadata['registration_endpoint']);
      const renewal = stringOf(metadata['registration_renew_secret_endpoint']);
      if (token !== undefined) endpoints.token = token;
      if (registration !== undefined) endpoints.registration = registration;
      if (renewal !== undefined) endpoints.renewal = renewal;
    },
    learnManagement(url) {
      learnOrigin(url);
      managed.add(url);
    },
    endpointOf(target, method) {
      const url = toUpstream(target);
      if (url === undefined) return undefined;
      if (url.href === discoveryUrl || url.pathname.includes('/.well-known/')) return 'discovery';
      const { href } = url;
      if (href === endpoints.token) return 'token';
      if (managed.has(href)) return 'management';
      if (matchesTemplate(href, endpoints.renewal) || isBelow(href, managed)) return 'renewal';
      const { registration } = endpoints;
      if (registration === undefined) return undefined;
      if (href === registration && method === 'POST') return 'registration';
      const isManagement = href.startsWith(`${registration}/`) || href.startsWith(`${registration}?`);
      if (!isManagement) return undefined;
      return href.endsWith('/renew_secret') ? 'renewal' : 'management';
    },
  };
}

const isBelow = (url: string, parents: ReadonlySet<string>) => parents.has(url.slice(0, url.lastIndexOf('/')));

/** Gravitee Access Management announces the address of secret renewal with `:client_id` in it. */
function matchesTemplate(url: string, template: string | undefined): boolean {
  if (template === undefined) return false;
  const [before = '', after = ''] = template.split(':client_id');
  return url.startsWith(before) && url.endsWith(after) && url.length > before.length + after.length;
}

/**
 * What a person's browser opens stays at the IdP: its cookies and forms belong to its own address. All other endpoints are
 * for servers, which are to be seen.
 */
const forBrowsers = ['authorization_endpoint', 'end_session_endpoint', 'check_session_iframe'];

const isForServers = (name: string) =>
  name === 'issuer' || name === 'jwks_uri' || (name.endsWith('_endpoint') && !forBrowsers.includes(name));

/** An address in a document: where it stands (RFC 6901), and how to put another one there. */
export interface AddressIn {
  pointer: string;
  url: string;
}

/** Addresses of a discovery document that clients are to find at the recorder. */
export const metadataAddresses = (metadata: Readonly<Record<string, unknown>>): AddressIn[] => [
  ...addressesOf(metadata, '', isForServers),
  // RFC 8705 §5
  ...addressesOf(objectOf(metadata['mtls_endpoint_aliases']) ?? {}, '/mtls_endpoint_aliases', isForServers),
];

export const managementAddresses = (body: Readonly<Record<string, unknown>>): AddressIn[] =>
  addressesOf(body, '', (name) => name === 'registration_client_uri');

const addressesOf = (
  members: Readonly<Record<string, unknown>>,
  parent: string,
  wanted: (name: string) => boolean,
): AddressIn[] =>
  Object.entries(members).flatMap(([name, value]) =>
    typeof value === 'string' && wanted(name) ? [{ pointer: `${parent}/${name}`, url: value }] : [],
  );

const endpointsIn = (metadata: Readonly<Record<string, unknown>>) => metadataAddresses(metadata).map(({ url }) => url);
