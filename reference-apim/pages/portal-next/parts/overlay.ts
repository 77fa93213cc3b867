import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

const open: { content: (() => TemplateResult) | undefined } = { content: undefined };

/** What stands over the page, at its end: the options of a select, or a question. */
export function openOverlay(content: () => TemplateResult): void {
  open.content = content;
  refresh();
}

export function closeOverlay(): void {
  open.content = undefined;
  refresh();
}

export const overlay = (): TemplateResult | typeof nothing =>
  open.content === undefined
    ? nothing
    : html`<div class="cdk-overlay-container">
        <div class="cdk-overlay-backdrop" @click=${closeOverlay}></div>
        ${open.content()}
      </div>`;

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && open.content !== undefined) closeOverlay();
});
