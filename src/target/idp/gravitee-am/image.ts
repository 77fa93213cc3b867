import type { IdpSettings } from '../../../config/idp-settings.ts';
import type { ContainerSpec } from '../../containers/container-spec.ts';
import { provideImages, type FromImages } from '../../containers/from-images.ts';
import { openGroup, type ContainerGroup } from '../../containers/group.ts';
import { administrator, generationOf, imageNames, mongo, ports, scopes, type Generation } from './images.ts';

type AmSettings = Extract<IdpSettings, { kind: 'gravitee-am' }>;

export interface AmImages {
  /** `4.6.34` */
  readonly tag: string;
  /** What stands before `/am-gateway`. */
  readonly registry: string;
  /** In place of the database that is tried with, for a registry of one's own. */
  readonly mongo?: string | undefined;
}

/** Milliseconds: a database, and Java servers that make their schema first. */
const deadlines = { database: 60_000, server: 240_000 };

const databaseName = 'mongodb';

export const database = (images: AmImages): ContainerSpec => ({
  name: databaseName,
  image: images.mongo ?? mongo,
  ready: { log: /waiting for connections/i },
  deadline: deadlines.database,
});

export function servers({ tag, registry }: AmImages): { management: ContainerSpec; gateway: ContainerSpec } {
  const server = (name: keyof typeof imageNames, path: string): ContainerSpec => ({
    name: imageNames[name],
    image: `${registry}/${imageNames[name]}:${tag}`,
    environment: variables(generationOf(tag)),
    ports: [ports[name]],
    // Any answer will do: without a token, or without a domain, there is no good one.
    ready: { port: ports[name], path, accepts: (status) => status < 500 },
    deadline: deadlines.server,
  });
  return { management: server('management', '/management/organizations'), gateway: server('gateway', '/') };
}

export function variables({ repositories, dataPlane }: Generation): Record<string, string> {
  const uri = `mongodb://${databaseName}:${ports.mongo}/graviteeam`;
  return {
    ...Object.fromEntries(
      repositories.flatMap((prefix) => scopes.map((scope) => [`gravitee_${prefix}${scope}_mongodb_uri`, uri])),
    ),
    ...(dataPlane && {
      gravitee_dataPlanes_0_id: 'default',
      gravitee_dataPlanes_0_type: 'mongodb',
      gravitee_dataPlanes_0_mongodb_uri: uri,
    }),
    // The gateway looks for what the Management API changed every 5 s otherwise, and each story changes something.
    gravitee_services_sync_cron: '*/2 * * * * *',
  };
}

/** Everything that is started. */
export function imagesOf(images: AmImages): string[] {
  const { management, gateway } = servers(images);
  return [database(images), management, gateway].map(({ image }) => image);
}

type Attached = Extract<AmSettings['run'], { how: 'attach' }>;

/** The official images without the console, and MongoDB for them. */
export const amFromImages =
  (images: AmImages): FromImages<AmSettings> =>
  async (group) => {
    await provideImages(group.engine, ...imagesOf(images));
    return async () => ({ kind: 'gravitee-am', run: await startAm(images, group) });
  };

async function startAm(images: AmImages, group: ContainerGroup): Promise<Attached> {
  const { management, gateway } = servers(images);
  // Both servers end when they find no database at their start.
  await group.start(database(images));
  const [api, door] = await Promise.all([group.start(management), group.start(gateway)]);
  return {
    how: 'attach',
    ...administrator,
    managementUrl: api.origin(ports.management),
    gatewayUrl: door.origin(ports.gateway),
    startedFrom: images.tag,
  };
}

/** The same for a command that owns its containers itself. */
export async function startAmImages(images: AmImages): Promise<Attached & AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const group = started.use(await openGroup());
  const run = await startAm(images, group);
  const running = started.move();
  return { ...run, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
