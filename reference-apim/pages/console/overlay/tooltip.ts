import { html, nothing, type TemplateResult } from 'lit';
import { refresh } from '../refresh.ts';

const shown: { text: string; anchor: DOMRect | undefined } = { text: '', anchor: undefined };

/** Handlers for the element that carries the tooltip. A disabled button gives no events, so it needs a host around it. */
export const tooltipOf = (text: string | undefined): { enter: (event: MouseEvent) => void; leave: () => void } => ({
  enter: (event) => {
    if (text === undefined || !(event.currentTarget instanceof Element)) return;
    Object.assign(shown, { text, anchor: event.currentTarget.getBoundingClientRect() });
    refresh();
  },
  leave: () => {
    shown.anchor = undefined;
    refresh();
  },
});

export function tooltip(): TemplateResult | typeof nothing {
  if (shown.anchor === undefined) return nothing;
  const { left, bottom, width } = shown.anchor;
  return html`<div class="tooltip-pane" style=${`top:${bottom + 6}px;left:${left + width / 2}px`}>
    <mat-tooltip-component class="mat-mdc-tooltip">${shown.text}</mat-tooltip-component>
  </div>`;
}
