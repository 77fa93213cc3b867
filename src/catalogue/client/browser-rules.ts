import type { Browser, Sighting } from '../../recording/browser.ts';
import type { SecretKind } from '../../recording/found-secret.ts';
import type { Complaint, Select, StorySpot } from '../rules.ts';

export interface Looked {
  readonly person: Browser['person'];
  readonly sightings: readonly Sighting[];
}

/** Each person's browser, with what of these kinds was found in it. */
export const browsersWith =
  (...kinds: readonly SecretKind[]): Select<StorySpot<Looked>> =>
  (seen) => ({
    spots: seen.recordings.flatMap(({ id, browsers = [] }) =>
      browsers
        .filter(({ searched }) => searched > 0)
        .map(({ person, sightings }) => ({
          value: { person, sightings: sightings.filter(({ kind }) => kinds.includes(kind)) },
          recording: id,
          subject: `the browser of ${wordFor[person]}`,
        })),
    ),
    none: 'nothing was shown in a browser that was looked at',
  });

const wordFor: Readonly<Record<Browser['person'], string>> = {
  administrator: 'the administrator',
  developer: 'the developer',
  'another-developer': 'another developer',
  anonymous: 'somebody who has not signed in',
};

export const noneOf = (sightings: readonly Sighting[]): Complaint | undefined => {
  const [first] = sightings;
  return (
    first && { expected: `no ${first.kind}`, found: `${first.kind} in the ${first.in} ${first.at} (${first.form})` }
  );
};
