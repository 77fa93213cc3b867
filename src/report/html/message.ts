import type { Body, Header } from '../../recording/exchange.ts';
import { bodyView, bytesOf } from './body.ts';
import type { Spot } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import type { Marker } from './marks.ts';

interface Message {
  side: 'request' | 'response';
  /** First line: `POST /reg HTTP/1.1` or `HTTP/1.1 201`. */
  line: Markup;
  headers: readonly Header[];
  body: Body;
}

/** A message as it was on the wire: first line, header fields in their order, body. */
export function messageView({ side, line, headers, body }: Message, spots: readonly Spot[], marker: Marker): Markup {
  const of = (part: string) => spots.filter((spot) => spot.part === `${side} ${part}`);
  return html`<section class="message">
    <h5>${side} <span class="quiet">${bytesOf(body)}</span></h5>
    <p class="line">${line}</p>
    ${headerList(headers, of('header'), marker)} ${bodyView(body, of('body'), marker)}
  </section>`;
}

function headerList(headers: readonly Header[], spots: readonly Spot[], marker: Marker): Markup {
  const about = (name: string) => spots.filter(({ pointer }) => pointer.toLowerCase() === name.toLowerCase());
  const rows = headers.map(
    ([name, value]) => html`<li>${marker.mark(about(name), html`<b>${name}:</b> ${value}`)}</li>`,
  );
  return html`<ul class="headers">
      ${rows}
    </ul>
    ${marker.absent(spots)}`;
}
