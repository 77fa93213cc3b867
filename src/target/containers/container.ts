import { setTimeout as pause } from 'node:timers/promises';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import type { ProductContainers } from '../../config/sut-settings.ts';
import { Inconclusive } from '../../errors.ts';
import { awaited, type ContainerSpec } from './container-spec.ts';
import { apiOf, type Engine } from './engine.ts';
import { dockerName } from './host-address.ts';
import { partLabel } from './labels.ts';
import { linesOf } from './log-lines.ts';
import type { PartLog } from '../../recording/part-log.ts';
import { lookForReadiness } from './readiness.ts';
import { messageOf, readOutput, readState } from './state.ts';
import { startFailed, whyRefused } from './trouble.ts';

/** One container that is ready. */
export interface RunningContainer {
  readonly name: string;
  readonly image: string;
  readonly id: string;
  /** As other processes are told of it. */
  readonly asPart: ProductContainers[number];
  /** `http://localhost:32768`: a port of it as this machine and the browser reach it. */
  origin(port: number): string;
  /** `http://NAME:PORT`: the same port for the other containers of the run. */
  originInside(port: number): string;
  log(): Promise<PartLog>;
  stop(): Promise<void>;
}

/** Where a container is started. */
export interface Surroundings {
  readonly engine: Engine;
  readonly network: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Never shown in a log. */
  readonly secrets: readonly string[];
  /** The run was interrupted. */
  readonly signal: AbortSignal;
  /** Told as soon as there is something to remove. */
  readonly onCreated: (part: CreatedPart) => void;
}

export interface CreatedPart {
  readonly id: string;
  readonly log: () => Promise<PartLog>;
}

/** Tells the id as soon as there is one: a container that ends at once leaves nothing else. */
class Watched extends GenericContainer {
  readonly created = Promise.withResolvers<string>();

  /** Only in the run's network, under its name there. */
  inside(network: string, name: string): this {
    this.createOpts.NetworkingConfig = { EndpointsConfig: { [network]: { Aliases: [name] } } };
    return this.withNetworkMode(network);
  }

  protected override containerCreated(id: string): Promise<void> {
    this.created.resolve(id);
    return Promise.resolve();
  }
}

const keptLines = 500;

/** Milliseconds between two looks at a container that is not ready. */
const interval = 150;

/** Told where its ports are as soon as they are known, long before it is ready. */
export type OnMapped = (origin: RunningContainer['origin']) => void;

/** Starts one container and resolves when it is ready. Throws `Inconclusive` with all that is known of one that does not come up. */
export async function startContainer(
  spec: ContainerSpec,
  around: Surroundings,
  onMapped?: OnMapped,
): Promise<RunningContainer> {
  const { name, image } = spec;
  const { engine, secrets } = around;
  const container = watched(spec, around);
  const starting = container.start().catch((error: unknown) => {
    container.created.reject(error);
    throw error;
  });
  // Awaited below; until then its failure is nobody's.
  starting.catch(() => undefined);
  const id = await container.created.promise.catch((error: unknown) => {
    throw startFailed({ name, image, why: whyRefused(messageOf(error)) }, error);
  });
  const part = `${name} (${image})`;
  const log = async (): Promise<PartLog> => {
    const { text } = await readState(engine, id);
    const lines = linesOf(await readOutput(engine, id, keptLines), secrets, keptLines);
    return { part, state: text, lines };
  };
  around.onCreated({ id, log });
  const originOf = (container: StartedTestContainer) => (port: number) =>
    `http://${container.getHost()}:${container.getMappedPort(port)}`;
  void starting.then(
    (container) => onMapped?.(originOf(container)),
    () => undefined,
  );
  const started = await untilReady(starting, { spec, around, id, log });
  return {
    name,
    image,
    id,
    asPart: { part, id },
    origin: originOf(started),
    originInside: (port) => `http://${name}:${port}`,
    log,
    stop: () =>
      apiOf(engine)
        .getContainer(id)
        .remove({ force: true, v: true })
        .then(() => undefined),
  };
}

function watched(spec: ContainerSpec, { network, labels }: Surroundings): Watched {
  const { name, image, command, environment = {}, ports = [], files = [] } = spec;
  const container = new Watched(image)
    .inside(network, name)
    .withLabels({ ...labels, [partLabel]: name })
    .withEnvironment({ ...environment })
    .withExposedPorts(...ports)
    .withExtraHosts([{ host: dockerName, ipAddress: 'host-gateway' }])
    .withCopyContentToContainer(files.map(({ path: target, content }) => ({ target, content })))
    // Readiness is looked for below, where a container that ended is noticed at once and keeps its log.
    .withWaitStrategy(runs);
  return command === undefined ? container : container.withCommand([...command]);
}

const runs = {
  waitUntilReady: () => Promise.resolve(),
  withStartupTimeout: () => runs,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
};

interface Watch {
  readonly spec: ContainerSpec;
  readonly around: Surroundings;
  readonly id: string;
  readonly log: () => Promise<PartLog>;
}

async function untilReady(
  starting: Promise<StartedTestContainer>,
  { spec, around: { engine, signal }, id, log }: Watch,
): Promise<StartedTestContainer> {
  const { name, image, deadline } = spec;
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const outcome: { started?: StartedTestContainer; refused?: unknown } = {};
  starting.then(
    (started) => (outcome.started = started),
    (error: unknown) => (outcome.refused = error),
  );
  let instead = 'nothing yet';
  for (;;) {
    if (signal.aborted) throw new Inconclusive(`The start of the container ${name} was interrupted.`);
    const state = await readState(engine, id);
    const fail = async (why: string, cause?: unknown) => startFailed({ name, image, why, log: await log() }, cause);
    if (!state.running && (state.trouble !== undefined || /^(?:exited|dead|gone|unknown)/.test(state.text)))
      throw await fail(
        state.trouble === undefined
          ? `ended after ${seconds()} s, before it was ready (awaited: ${awaited(spec)})`
          : whyRefused(state.trouble),
      );
    if (outcome.refused !== undefined) throw await fail(whyRefused(messageOf(outcome.refused)), outcome.refused);
    if (outcome.started !== undefined) {
      const seen = await lookForReadiness(spec, outcome.started, () => readOutput(engine, id, keptLines));
      if (seen === undefined) return outcome.started;
      instead = seen;
    }
    if (performance.now() - begun > deadline)
      throw await fail(
        `was not ready within ${deadline / 1000} s (awaited: ${awaited(spec)}; seen instead: ${instead})`,
      );
    await pause(interval, undefined, { signal }).catch(() => undefined);
  }
}
