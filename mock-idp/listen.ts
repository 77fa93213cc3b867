import { once } from 'node:events';
import type { Server } from 'node:http';

export interface Address {
  port: number;
  host: string;
}

/** Addresses that mean "every interface" cannot be dialled; the loopback address of the same family can. */
const dialled: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Resolves with the origin once the server listens; rejects with the system's error. */
export async function listen(server: Server, { port, host }: Address, scheme = 'http'): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const name = dialled[host] ?? host;
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${bound}`;
}

/** Ends open connections too: a client that keeps one alive must not hold up the end of a run. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
