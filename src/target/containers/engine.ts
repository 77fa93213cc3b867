import { connect } from 'node:net';
import { getContainerRuntimeClient, type ContainerRuntimeClient } from 'testcontainers';
import { z } from 'zod';
import { engineAddress, givenEngine } from '../../config/engine.ts';
import { Inconclusive } from '../../errors.ts';

/** The container engine that Testcontainers find: by DOCKER_HOST, their own settings file, the usual sockets. */
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

const modem = z.looseObject({
  socketPath: z.string().optional(),
  host: z.string().optional(),
  port: z.union([z.string(), z.number()]).optional(),
});

const isWindows = process.platform === 'win32';

/** Where it is: `unix:///var/run/docker.sock`, `tcp://build.example:2376`. */
export function addressOf(engine: Engine): string {
  const { socketPath, host = '', port = '' } = modem.parse(apiOf(engine).modem);
  return socketPath === undefined ? `tcp://${host}:${port}` : `${isWindows ? 'npipe' : 'unix'}://${socketPath}`;
}

/** Testcontainers look further when the engine that DOCKER_HOST names does not answer; a run must not end up with another. */
export const isTheGiven = (engine: Engine, given = givenEngine()): boolean =>
  given === undefined || comparable(given) === comparable(addressOf(engine));

/** `http`, `https` and `tcp` are one, and so is a path with or without what its system puts before it. */
const comparable = (address: string) => address.replace(/^\w+:\/\//, '').replace(/\/+$/, '');

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
  if (address.startsWith('ssh:'))
    return `Testcontainers do not speak ssh, as DOCKER_HOST (${address}) wants it. Forward the engine's socket ("ssh -NL 2375:/var/run/docker.sock HOST") and set DOCKER_HOST=tcp://127.0.0.1:2375.`;
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
