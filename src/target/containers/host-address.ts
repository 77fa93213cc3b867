import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Inconclusive } from '../../errors.ts';

/** How one and the same address leads to a server of the harness from this machine and from its containers. */
export interface HostAddress {
  /** What addresses of that server name: `172.18.0.1`, `host.docker.internal`. */
  readonly name: string;
  /** Where the server has to listen. */
  readonly listen: string;
  /** What containers send there does not leave this machine: the engine runs on it. */
  readonly isInside: boolean;
}

export interface HostFacts {
  /** What the user says. */
  given?: string | undefined;
  /** The address of the run's network on the machine of the engine, when that is this machine. */
  gateway?: string | undefined;
  /** Addresses of this machine beside the loopback, IPv4. */
  own: readonly string[];
  /** Whether this machine finds `host.docker.internal` too. */
  knowsDockerName: boolean;
  /** The engine is on another machine. */
  isRemote: boolean;
}

const isSocket = (address: string) => /^(?:unix|npipe):/.test(address);

const isLoopback = (address: string) =>
  /^(?:localhost|127\.|\[::1\])/.test(URL.parse(address.replace(/^\w+:/, 'http:'))?.host ?? '');

/** What the address of an engine tells of its machine: behind a forwarded port it may be any. */
export const machineAt = (address: string): { isRemote: boolean; mayBeHere: boolean } => ({
  isRemote: !isSocket(address),
  mayBeHere: isSocket(address) || isLoopback(address),
});

export const dockerName = 'host.docker.internal';

const everywhere = '0.0.0.0';

/**
 * Where the engine runs on this machine itself, its side of the run's network: nobody else reaches that. Docker Desktop and
 * rootless engines keep their networks inside a machine of their own: the name they give to this one where it knows that name too,
 * else an address of this machine.
 */
export function chooseHostAddress({ given, gateway, own, knowsDockerName, isRemote }: HostFacts): HostAddress {
  const isInside = !isRemote;
  if (given !== undefined) return { name: given, listen: everywhere, isInside };
  if (gateway !== undefined) return { name: gateway, listen: gateway, isInside: true };
  if (knowsDockerName && !isRemote) return { name: dockerName, listen: everywhere, isInside };
  const address = own.find((one) => !one.startsWith('169.254.'));
  if (address !== undefined) return { name: address, listen: everywhere, isInside };
  throw new Inconclusive(
    'No address of this machine is known that its containers reach. Set DCRH_HOST_ADDRESS to a name or address that both find.',
  );
}

export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({ address, family, internal }) => (family === 'IPv4' && !internal ? [address] : [])),
  );

/** Where ports of containers are published: by IPv4 only. */
export const ipv4Of = (host: string): Promise<string> =>
  lookup(host, { family: 4 }).then(
    ({ address }) => address,
    () => host,
  );

export const findsDockerName = (): Promise<boolean> =>
  lookup(dockerName).then(
    () => true,
    () => false,
  );

/** Whether a server of this machine can listen there. A network without containers is in no list of addresses yet. */
export async function isHere(address: string): Promise<boolean> {
  const server = createServer().listen(0, address);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
