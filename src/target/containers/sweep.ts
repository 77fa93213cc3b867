import { Inconclusive } from '../../errors.ts';
import { apiOf, type Engine } from './engine.ts';
import { messageOf } from './state.ts';

/** One thing in the engine that a run made. */
export interface Left {
  readonly kind: 'container' | 'network' | 'volume' | 'image';
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface SweepOptions {
  /** `KEY=VALUE` */
  readonly label: string;
  /** Left out: all with the label. */
  readonly only?: (left: Left) => boolean;
}

/** What carries a label, in the order in which it can be removed. */
export async function findLeft(engine: Engine, label: string): Promise<Left[]> {
  const api = apiOf(engine);
  const filters = { label: [label] };
  const [containers, networks, { Volumes: volumes }, images] = await Promise.all([
    api.listContainers({ all: true, filters }),
    api.listNetworks({ filters }),
    api.listVolumes({ filters }),
    api.listImages({ filters }),
  ]);
  return [
    ...containers.map(({ Id, Names, Labels }) => left('container', Id, Names[0]?.replace(/^\//, ''), Labels)),
    ...networks.map(({ Id, Name, Labels }) => left('network', Id, Name, Labels ?? {})),
    ...volumes.map(({ Name, Labels }) => left('volume', Name, Name, Labels)),
    ...images.toSorted((a, b) => b.Created - a.Created).flatMap(imageLeft),
  ];
}

const left = (kind: Left['kind'], id: string, name: string | undefined, labels: Left['labels']): Left => ({
  kind,
  id,
  name: name ?? id.slice(0, 12),
  labels,
});

/** One for each of its names: an image goes with the last of them, and after those that stand on it. */
function imageLeft({
  Id,
  RepoTags,
  Labels,
}: {
  Id: string;
  RepoTags?: string[] | undefined;
  Labels: Left['labels'];
}): Left[] {
  const names = (RepoTags ?? []).filter((name) => name !== '<none>:<none>');
  return names.length === 0
    ? [left('image', Id, undefined, Labels)]
    : names.map((name) => left('image', name, name, Labels));
}

/** Milliseconds. An engine that hangs must not hold up the end of a run. */
const patience = 60_000;

/** Removes what carries a label, with the volumes that nobody else uses; gives what it was. Images stay unless `only` names them. */
export async function sweep(
  engine: Engine,
  { label, only = ({ kind }) => kind !== 'image' }: SweepOptions,
): Promise<readonly Left[]> {
  const gaveUp = Promise.withResolvers<never>();
  const timer = setTimeout(() => gaveUp.reject(new Error(`no answer within ${patience / 1000} s`)), patience);
  try {
    return await Promise.race([removeAll(engine, label, only), gaveUp.promise]);
  } catch (error) {
    throw new Inconclusive(
      `What was started as ${label} could not be removed: ${messageOf(error)}. "dcrh clean" does it when the container engine answers.`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}

async function removeAll(engine: Engine, label: string, only: (left: Left) => boolean): Promise<readonly Left[]> {
  const found = (await findLeft(engine, label)).filter(only);
  const kinds = ['container', 'network', 'volume', 'image'] as const;
  for (const kind of kinds)
    if (kind === 'image') for (const one of found.filter(isImage)) await remove(engine, one);
    else await Promise.all(found.filter((one) => one.kind === kind).map((one) => remove(engine, one)));
  return found;
}

const isImage = ({ kind }: Left) => kind === 'image';

async function remove(engine: Engine, { kind, id }: Left): Promise<void> {
  const api = apiOf(engine);
  const removals: Record<Left['kind'], () => Promise<unknown>> = {
    container: () => api.getContainer(id).remove({ force: true, v: true }),
    network: () => api.getNetwork(id).remove(),
    volume: () => api.getVolume(id).remove({ force: true }),
    image: () => api.getImage(id).remove({ force: true }),
  };
  await removals[kind]().catch((error: unknown) => {
    // Gone, or on its way out by another hand: that is what was wanted.
    const code = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    const going = code === 409 && /already in progress/.test(messageOf(error));
    if (code !== 404 && !going) throw error;
  });
}
