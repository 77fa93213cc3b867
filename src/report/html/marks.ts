import { marks, names, type Shown } from '../words.ts';
import type { Named, Spot } from './evidence.ts';
import { html, type Markup } from './markup.ts';

/** The sign of an outcome, with its name for those who do not see it. */
export const badge = (shown: Shown): Markup =>
  html`<span class="badge ${shown}"
    ><span aria-hidden="true">${marks[shown]}</span><span class="unseen">${names[shown]}</span></span
  >`;

/** Links to the verdicts that speak of a place. */
export const chips = (verdicts: readonly Named[]): Markup =>
  html`${verdicts.map(({ id, title, shown }) => html` <a class="chip ${shown}" href="#${id}" title="${title}">${marks[shown]} ${id}</a>`)}`;

/** The same signs without a link, for places that are themselves a switch. */
export const signs = (verdicts: readonly Named[]): Markup =>
  html`${verdicts.map(({ id, shown }) => html` <span class="chip ${shown}">${marks[shown]} ${id}</span>`)}`;

const gravity: readonly Shown[] = ['fail', 'inconclusive', 'warn', 'known'];

/** The gravest first. */
export const byGravity = (a: Named, b: Named): number => gravity.indexOf(a.shown) - gravity.indexOf(b.shown);

/** Marks the spots of one message as they are met, and knows those that were not: what a rule missed. */
export interface Marker {
  mark(spots: readonly Spot[], content: Markup | string): Markup;
  /** Lines for the spots of a part that are nowhere in it. */
  absent(spots: readonly Spot[]): readonly Markup[];
}

export function startMarker(): Marker {
  const met = new Set<Spot>();
  const anchorOf = (spot: Spot | undefined) => {
    if (spot === undefined || met.has(spot)) return '';
    met.add(spot);
    return html` id="${spot.anchor}"`;
  };
  return {
    mark: (spots, content) => {
      if (spots.length === 0) return html`${content}`;
      const verdicts = spots.flatMap((spot) => spot.verdicts).sort(byGravity);
      const anchors = spots.map(anchorOf);
      return html`<mark class="${verdicts[0]?.shown ?? ''}" ${anchors[0]}
          >${anchors.slice(1).map((anchor) => html`<span${anchor}></span>`)}${content}</mark
        >${chips(verdicts)}`;
    },
    absent: (spots) =>
      spots
        .filter((spot) => !met.has(spot))
        .map(
          (spot) =>
            html`<p class="absent">
              <mark class="${spot.verdicts[0]?.shown ?? ''}" ${anchorOf(spot)}>absent: ${spot.pointer}</mark
              >${chips(spot.verdicts)}
            </p>`,
        ),
  };
}
