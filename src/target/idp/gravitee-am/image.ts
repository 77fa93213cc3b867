import { GenericContainer, Network, Wait, type StartedTestContainer } from 'testcontainers';
import { Inconclusive } from '../../../errors.ts';
import type { AmAdmin } from './management.ts';

export interface AmImages {
  /** `4.6.34` */
  tag: string;
  /** What stands before `/am-gateway`: `graviteeio`, or a registry of one's own. */
  registry: string;
}

const database = { image: 'mongo:7', alias: 'mongodb', port: 27017 };

const ports = { gateway: 8092, management: 8093 };

/** Two Java servers and a database. */
const deadline = 240_000;

/** Users of the shipped configuration. */
const administrator = { username: 'admin', password: 'adminadmin' };

/** The names of up to 4.5 and those from 4.9 on side by side: a version reads its own. */
function environment(): Record<string, string> {
  const uri = `mongodb://${database.alias}:${database.port}/graviteeam`;
  const scopes = ['management', 'oauth2', 'gateway'];
  return {
    ...Object.fromEntries(scopes.map((scope) => [`gravitee_${scope}_mongodb_uri`, uri])),
    ...Object.fromEntries(scopes.map((scope) => [`gravitee_repositories_${scope}_mongodb_uri`, uri])),
    gravitee_dataPlanes_0_id: 'default',
    gravitee_dataPlanes_0_type: 'mongodb',
    gravitee_dataPlanes_0_mongodb_uri: uri,
    gravitee_services_sync_cron: '*/2 * * * * *',
  };
}

/** Starts Gravitee Access Management as containers, without its console, and MongoDB for it. */
export async function startAmImages({
  tag,
  registry,
}: AmImages): Promise<AmAdmin & { gatewayUrl: string } & AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const network = await named('a network', new Network().start());
  started.defer(() => network.stop().then(() => undefined));
  const start = async (image: string, container: GenericContainer): Promise<StartedTestContainer> => {
    const running = await named(image, container.withNetwork(network).withStartupTimeout(deadline).start());
    started.defer(() => running.stop({ removeVolumes: true }).then(() => undefined));
    return running;
  };
  await start(
    database.image,
    new GenericContainer(database.image)
      .withNetworkAliases(database.alias)
      .withWaitStrategy(Wait.forLogMessage(/waiting for connections/i)),
  );
  const server = (name: string, port: number, path: string) =>
    start(
      `${registry}/${name}:${tag}`,
      new GenericContainer(`${registry}/${name}:${tag}`)
        .withEnvironment(environment())
        .withExposedPorts(port)
        // Any answer will do: without a token, or without a domain, there is no good one.
        .withWaitStrategy(Wait.forHttp(path, port).forStatusCodeMatching((code) => code < 500)),
    );
  const [management, gateway] = await Promise.all([
    server('am-management-api', ports.management, '/management/organizations'),
    server('am-gateway', ports.gateway, '/'),
  ]);
  const running = started.move();
  const urlOf = (container: StartedTestContainer, port: number) =>
    `http://${container.getHost()}:${container.getMappedPort(port)}`;
  return {
    ...administrator,
    managementUrl: urlOf(management, ports.management),
    gatewayUrl: urlOf(gateway, ports.gateway),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

const named = <T>(what: string, starting: Promise<T>): Promise<T> =>
  starting.catch((error: unknown) => {
    throw new Inconclusive(
      `Gravitee AM: ${what} could not be started: ${error instanceof Error ? error.message : String(error)}. Is a container engine running, and can it pull the image? Without one, give servers with --idp-url and --idp-gateway-url.`,
      { cause: error },
    );
  });
