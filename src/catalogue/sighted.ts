import type { Recording } from '../recording/recording.ts';
import type { Seen, SeenExchange } from '../recording/seen.ts';
import type { Sighting, SightingKind, SightingOf } from '../recording/sightings.ts';
import type { Select, StorySpot } from './rules.ts';

/** What a story noted, with the recording that it stands in. */
export interface Sighted<Kind extends SightingKind> {
  readonly sighting: SightingOf<Kind>;
  readonly recording: Recording;
}

export type SightedSpot<Kind extends SightingKind> = StorySpot<Sighted<Kind>>;

const isKind =
  <Kind extends SightingKind>(kind: Kind) =>
  (sighting: Sighting): sighting is SightingOf<Kind> =>
    sighting.kind === kind;

/** Every sighting of one kind, or those that a condition picks; `none` is the proof sentence when there is none. */
export const sighted =
  <Kind extends SightingKind>(
    kind: Kind,
    none: string,
    which: (sighting: SightingOf<Kind>, recording: Recording) => boolean = () => true,
  ): Select<SightedSpot<Kind>> =>
  (seen) => ({
    spots: seen.recordings.flatMap((recording) =>
      (recording.sightings ?? [])
        .filter(isKind(kind))
        .filter((sighting) => which(sighting, recording))
        .map((sighting) => ({
          value: { sighting, recording },
          recording: recording.id,
          subject: subjectOf(sighting, recording),
        })),
    ),
    none,
  });

function subjectOf({ step, ...sighting }: Sighting, { steps }: Recording): string {
  const title = steps.find(({ number }) => number === step)?.title ?? `step ${step}`;
  return 'application' in sighting ? `${title}, application ${sighting.application}` : title;
}

const cache = new WeakMap<Seen, ReadonlyMap<string, readonly SeenExchange[]>>();

/** The requests in the step of a sighting. */
export function requestsIn(seen: Seen, recording: string, step: number): readonly SeenExchange[] {
  const index =
    cache.get(seen) ?? Map.groupBy(seen.exchanges, (exchange) => `${exchange.recording} ${exchange.exchange.step}`);
  cache.set(seen, index);
  return index.get(`${recording} ${step}`) ?? [];
}

export const applicationNamed = ({ applications }: Recording, name: string) =>
  applications.find((application) => application.name === name);
