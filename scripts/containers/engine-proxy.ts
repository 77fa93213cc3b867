import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { engineAddress } from '../../src/config/engine.ts';

export interface EngineProxy extends AsyncDisposable {
  /** For DOCKER_HOST. */
  readonly address: string;
  /** As an engine that is stopped: nobody listens any more, and no connection lives on. */
  stop(): Promise<void>;
}

/** The engine under another address, so that a test can take it away from one run alone. */
export async function startEngineProxy(path: string): Promise<EngineProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const engine = connect(engineAddress().replace('unix://', ''));
    for (const [socket, other] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
      socket.pipe(other);
    }
  }).listen(path);
  await once(server, 'listening');
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    await rm(path, { force: true });
  };
  return { address: `unix://${path}`, stop, [Symbol.asyncDispose]: stop };
}
