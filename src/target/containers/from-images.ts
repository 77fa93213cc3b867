import { ImageName } from 'testcontainers';
import { Inconclusive } from '../../errors.ts';
import type { Engine } from './engine.ts';
import type { ContainerGroup } from './group.ts';
import { messageOf } from './state.ts';
import { isDiskFull } from './trouble.ts';

/**
 * How one half of a target, the product or the IdP, is made of containers: it provides the images, and what it gives starts
 * them and tells what the stories then attach to. The two are apart because images take their time only once.
 */
export type FromImages<Attached> = (group: ContainerGroup) => Promise<() => Promise<Attached>>;

/** Pulls the images that the engine does not have. */
export async function provideImages(engine: Engine, ...images: readonly string[]): Promise<void> {
  await Promise.all(images.map((image) => provide(engine, image)));
}

const provide = (engine: Engine, image: string): Promise<void> =>
  engine.image.pull(ImageName.fromString(image)).catch((error: unknown) => {
    throw new Inconclusive(notProvided(image, messageOf(error)), { cause: error });
  });

const notProvided = (image: string, said: string): string =>
  isDiskFull(said)
    ? `The engine's disk has no room for the image ${image} (${said}). "docker system prune" makes room.`
    : `The image ${image} is not here and could not be pulled (${said}). Check name, tag and registry, sign in with "docker login", or bring it with "docker load"; "dcrh doctor" with the same options looks for all images.`;
