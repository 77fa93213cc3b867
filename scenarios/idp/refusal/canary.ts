import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeCase } from '../case.ts';
import type { Members, Probe } from '../probe.ts';
import { explicit } from '../templates.ts';

/** Milliseconds in which an IdP that fetches addresses at registration has done so. */
const patience = 300;

interface Canary extends AsyncDisposable {
  readonly origin: string;
  /** Whether a request has come, at the latest when the patience is over. */
  wasCalled(): Promise<boolean>;
}

/** A listener at an address inside the network of the IdP: nobody has a reason to call it but the IdP itself. */
async function startCanary(host: string): Promise<Canary> {
  const called = Promise.withResolvers<boolean>();
  const server = createServer((_request, response) => {
    called.resolve(true);
    response.writeHead(404).end();
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    async wasCalled() {
      const timer = setTimeout(() => called.resolve(false), patience);
      const result = await called.promise;
      clearTimeout(timer);
      return result;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const canaryCase = (name: string, title: string, membersAt: (origin: string) => Members): ProbeCase => ({
  name,
  title,
  needs: ['canary'],
  twin: 'register-web-explicit',
  async run(probe: Probe) {
    await using canary = await startCanary(probe.subject.canaryHost ?? '127.0.0.1');
    const body = { client_name: probe.newName(), ...explicit.web, ...membersAt(canary.origin) };
    const answer = await probe.register('register', { body });
    probe.note('called', await canary.wasCalled());
    return answer;
  },
});

/** Addresses inside the network of the IdP in the members that it may fetch (CVE-2021-26715). */
export const canaryCases: readonly ProbeCase[] = [
  canaryCase('canary-links', 'register a Web client with links to an inner address', (origin) => ({
    logo_uri: `${origin}/logo.png`,
    policy_uri: `${origin}/policy`,
    tos_uri: `${origin}/terms`,
    client_uri: `${origin}/`,
  })),
  canaryCase('canary-jwks', 'register a Web client with its keys at an inner address', (origin) => ({
    token_endpoint_auth_method: 'private_key_jwt',
    jwks_uri: `${origin}/jwks`,
  })),
  canaryCase('canary-sector', 'register a Web client with its sector identifier at an inner address', (origin) => ({
    subject_type: 'pairwise',
    sector_identifier_uri: `${origin}/sector.json`,
  })),
  canaryCase('canary-request-uris', 'register a Web client with request objects at an inner address', (origin) => ({
    request_uris: [`${origin}/request.jwt`],
  })),
];
