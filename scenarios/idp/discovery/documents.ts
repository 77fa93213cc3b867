import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import type { Sent } from '../http/sent.ts';
import { acceptJson, textOf, type Probe } from '../probe.ts';

const get = (probe: Probe, purpose: string, url: string) =>
  probe.send(purpose, { method: 'GET', url, headers: [acceptJson] });

/** The public keys, read once in a run: whoever validates a token needs the same. */
export const keysOf = (probe: Probe, url: string): Promise<Sent> =>
  probe.once(`keys at ${url}`, () => get(probe, 'keys', url));

function addressIn(probe: Probe, member: string): URL {
  const value = textOf(probe.metadata()[member]);
  if (value === undefined || !URL.canParse(value))
    throw new Inconclusive(`the discovery document states no ${member} that is a URL`);
  return new URL(value);
}

/** RFC 8414 §3.1: the suffix goes between host and path, unlike in OpenID Connect Discovery §4.1, where it is added at the end. */
function oauthAddress(issuer: URL): string {
  const path = issuer.pathname.replace(/\/$/, '');
  return `${issuer.origin}/.well-known/oauth-authorization-server${path}`;
}

/** Discovery §4.1: exactly one final slash is taken off the issuer before the suffix is added. */
const openidAddress = (issuer: URL): string =>
  `${issuer.origin}${issuer.pathname.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Documents beside the one whose address was given. */
export const documents: readonly ProbeCase[] = [
  {
    name: 'metadata-at-issuer',
    title: 'read the discovery document at the address that follows from the issuer',
    run(probe) {
      const [purpose, address] = ['metadata at the issuer', openidAddress(addressIn(probe, 'issuer'))];
      if (address !== probe.subject.discoveryUrl) return get(probe, purpose, address);
      // The address that was given is this one, and it was read.
      return probe.once('metadata', () => get(probe, purpose, address)).then((answer) => probe.again(purpose, answer));
    },
  },
  {
    name: 'oauth-metadata',
    title: 'read the metadata of the authorization server (RFC 8414), if there are any',
    run: (probe) => get(probe, 'oauth metadata', oauthAddress(addressIn(probe, 'issuer'))),
  },
  {
    name: 'keys',
    title: 'read the public keys',
    run: (probe) => keysOf(probe, addressIn(probe, 'jwks_uri').href),
  },
];
