import type { Where } from '../../check/finding.ts';
import type { Verdict } from '../../check/verdict.ts';
import type { Recording } from '../../recording/recording.ts';
import { shownAs, type Shown } from '../words.ts';

/** A verdict as it is named beside what it judged. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly shown: Shown;
}

/** One place in one exchange where rules were broken. */
export interface Spot {
  /** Address of the place in the page. */
  readonly anchor: string;
  readonly part: string;
  readonly pointer: string;
  readonly verdicts: readonly Named[];
}

/** Which spot of which exchange every breach is about, so that a verdict and its evidence link to each other. */
export interface Evidence {
  spotsOf(recording: string, exchange: number): readonly Spot[];
  /** Address of the place a verdict speaks of; undefined when the recording is not in the page. */
  anchorOf(where: Where): string | undefined;
}

export const storyAnchor = (recording: string): string => `story-${recording}`;
export const stepAnchor = (recording: string, step: number): string => `step-${recording}-${step}`;
export const exchangeAnchor = (recording: string, exchange: number): string => `exchange-${recording}-${exchange}`;

interface GrowingSpot extends Spot {
  verdicts: Named[];
}

const placeOf = ({ part, pointer }: Where) => `${part} ${pointer}`;

export function indexEvidence(verdicts: readonly Verdict[], recordings: readonly Recording[]): Evidence {
  const spots = new Map<string, Map<string, GrowingSpot>>();
  const anchors = new Set(
    recordings.flatMap(({ id, exchanges }) => exchanges.map(({ number }) => exchangeAnchor(id, number))),
  );
  const stories = new Set(recordings.map(({ id }) => id));
  for (const verdict of verdicts) for (const { where } of verdict.breaches) note(spots, verdict, where);
  return {
    spotsOf: (recording, exchange) => [...(spots.get(exchangeAnchor(recording, exchange))?.values() ?? [])],
    anchorOf: (where) => {
      if (where.exchange === 0) return stories.has(where.recording) ? storyAnchor(where.recording) : undefined;
      const exchange = exchangeAnchor(where.recording, where.exchange);
      if (!anchors.has(exchange)) return undefined;
      return spots.get(exchange)?.get(placeOf(where))?.anchor ?? exchange;
    },
  };
}

function note(spots: Map<string, Map<string, GrowingSpot>>, verdict: Verdict, where: Where): void {
  if (where.exchange === 0) return;
  const exchange = exchangeAnchor(where.recording, where.exchange);
  const own = spots.get(exchange) ?? new Map<string, GrowingSpot>();
  spots.set(exchange, own);
  const { part, pointer } = where;
  const spot = own.get(placeOf(where)) ?? { anchor: `${exchange}-spot-${own.size + 1}`, part, pointer, verdicts: [] };
  own.set(placeOf(where), spot);
  if (!spot.verdicts.some(({ id }) => id === verdict.id))
    spot.verdicts.push({ id: verdict.id, title: verdict.title, shown: shownAs(verdict) });
}
