import type { Sighting, SightingKind, SightingOf } from '../../recording/sightings.ts';
import { editRecording, type Change } from './mutations.ts';

type Which<Kind extends SightingKind> = Partial<SightingOf<Kind>>;

const fits = (sighting: Sighting, wanted: object) =>
  Object.entries(wanted).every(([name, value]) =>
    Object.entries(sighting).some(([own, has]) => own === name && has === value),
  );

/** In that recording the sightings of one kind, or those with some members, show something else. */
export const seeInstead =
  <Kind extends SightingKind>(recording: string, kind: Kind, change: Which<Kind>, which: Which<Kind> = {}): Change =>
  (story) => {
    const wanted = { ...which, kind };
    const own = story.find(({ id }) => id === recording)?.sightings ?? [];
    if (!own.some((sighting) => fits(sighting, wanted)))
      throw new Error(`the good story ${recording} has no such sighting: ${JSON.stringify(wanted)}`);
    return editRecording(recording, (good) => ({
      ...good,
      sightings: own.map((sighting) => (fits(sighting, wanted) ? { ...sighting, ...change } : sighting)),
    }))(story);
  };

/** Nobody reads anything where they did. */
export const unheard = (recording: string): Change =>
  editRecording(recording, (good) => ({
    ...good,
    sightings: (good.sightings ?? []).map((sighting) => {
      const silent = { ...sighting };
      if ('message' in silent) delete silent.message;
      return silent;
    }),
  }));
