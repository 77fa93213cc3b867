import { apiOf, type Engine } from '../../target/containers/engine.ts';
import { ours } from '../../target/containers/labels.ts';
import { messageOf } from '../../target/containers/state.ts';
import type { Finding } from './finding.ts';

async function ownImagesFinding(engine: Engine): Promise<Finding> {
  const built = await apiOf(engine).listImages({ filters: { label: [`${ours}=true`] } });
  const says =
    built.length === 0
      ? "the harness's own image is built by the first run that needs it"
      : `the harness's own: ${built.flatMap(({ RepoTags }) => RepoTags ?? []).join(', ')}`;
  return { what: 'images', how: 'good', says };
}

/** Those of others, as the run will look for them: in the engine, then in their registry. */
export async function imageFindings(engine: Engine, images: readonly string[]): Promise<readonly Finding[]> {
  const looked = await Promise.all(images.map(async (image) => ({ image, ...(await lookFor(engine, image)) })));
  const namesOf = (wanted: Where) => looked.filter(({ where }) => where === wanted).map(({ image }) => image);
  const [here, inRegistry, nowhere] = (['here', 'registry', 'nowhere'] as const).map(namesOf);
  const why = looked.find(({ where }) => where === 'nowhere')?.why ?? '';
  return [
    await ownImagesFinding(engine),
    ...listed(here, (names) => ({ what: 'images', how: 'good', says: `here: ${names}` })),
    ...listed(inRegistry, (names) => ({ what: 'images', how: 'good', says: `pulled by the first run: ${names}` })),
    ...listed(nowhere, (names) => ({
      what: 'images',
      how: 'wanted',
      says: `neither here nor shown by their registry: ${names} (${why})`,
      todo: 'try "docker login" and "docker pull" with one of them, bring them with "docker load", or give another --registry',
    })),
  ];
}

const listed = (names: readonly string[] | undefined, finding: (names: string) => Finding): Finding[] =>
  names === undefined || names.length === 0 ? [] : [finding(names.join(', '))];

type Where = 'here' | 'registry' | 'nowhere';

async function lookFor(engine: Engine, image: string): Promise<{ where: Where; why?: string }> {
  const known = apiOf(engine).getImage(image);
  const found = (where: Where) => () => ({ where });
  return known
    .inspect()
    .then(found('here'), () =>
      known.distribution().then(found('registry'), (error: unknown) => ({ where: 'nowhere', why: messageOf(error) })),
    );
}
