import { connect } from 'node:net';
import { getContainerRuntimeClient, type ContainerRuntimeClient } from 'testcontainers';
import { z } from 'zod';
import { engineAddress, givenEngine } from '../../config/engine.ts';
import { Inconclusive } from '../../errors.ts';

/** The container engine that Testcontainers find: by DOCKER_HOST, the context, the usual sockets. */
export type Engine = ContainerRuntimeClient;

/** The engine's own client, for what Testcontainers has no word for. */
export const apiOf = (engine: Engine) => engine.container.dockerode;

/** Finds the engine. Throws `Inconclusive` with what is in the way: none, no permission, none that answers. */
export async function findEngine(): Promise<Engine> {
  const found: { engine?: Engine; cause?: unknown } = await getContainerRuntimeClient().then(
    (engine) => ({ engine }),
    (cause: unknown) => ({ cause }),
  );
  if (found.engine !== undefined && isTheGiven(found.engine)) return found.engine;
  const address = engineAddress();
  throw new Inconclusive(engineTrouble(address, await codeAt(address)), { cause: found.cause });
}

const modem = z.looseObject({ socketPath: z.string().optional() });

/** Testcontainers look further when the engine that DOCKER_HOST names does not answer; a run must not end up with another. */
function isTheGiven(engine: Engine): boolean {
  const [, path] = /^unix:\/\/(.+)$/.exec(givenEngine() ?? '') ?? [];
  return path === undefined || modem.parse(apiOf(engine).modem).socketPath === path;
}

const troubles: Record<string, (address: string) => string> = {
  EACCES: (address) =>
    `The container engine at ${address} may not be used by this user. Join the group of its socket (often "docker"), or use a rootless engine.`,
  ENOENT: (address) =>
    `There is no container engine at ${address}. Start Docker or Podman, or set DOCKER_HOST to where it is.`,
  ECONNREFUSED: (address) =>
    `Nothing answers at ${address}: the container engine is stopped. Start it, or set DOCKER_HOST to where it is.`,
};

/** One sentence about an engine that cannot be used. `code` is the system's word for it; undefined: it took a connection. */
export function engineTrouble(address: string, code: string | undefined): string {
  const known = code === undefined ? undefined : troubles[code];
  if (known !== undefined) return known(address);
  return code === undefined
    ? `What listens at ${address} does not answer as a container engine. Restart it, or set DOCKER_HOST to where it is.`
    : `The container engine at ${address} cannot be reached (${code}). Start it, or set DOCKER_HOST to where it is.`;
}

/** Milliseconds. */
const patience = 3_000;

function codeAt(address: string): Promise<string | undefined> {
  const url = URL.parse(address);
  const target = /^(?:unix|npipe):/.test(address)
    ? { path: address.replace(/^\w+:\/\//, '') }
    : { host: url?.hostname ?? address, port: Number(url?.port ?? '') || 2375 };
  return new Promise((resolve) => {
    const socket = connect({ ...target, timeout: patience });
    const end = (code: string | undefined) => {
      socket.destroy();
      resolve(code);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end('ETIMEDOUT'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
