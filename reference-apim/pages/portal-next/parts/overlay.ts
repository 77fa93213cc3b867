import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

interface Opened {
  readonly content: () => TemplateResult;
  /** A question hides the page from assistive technology; the options of a select do not. */
  readonly isModal: boolean;
}

const open: { overlay: Opened | undefined } = { overlay: undefined };

/** What stands over the page, at its end: the options of a select, or a question. */
export function openOverlay(overlay: Opened): void {
  open.overlay = overlay;
  refresh();
}

export function closeOverlay(): void {
  open.overlay = undefined;
  refresh();
}

export const isOverlayOpen = (): boolean => open.overlay !== undefined;

export const isPageHidden = (): boolean => open.overlay?.isModal === true;

export const overlay = (): TemplateResult | typeof nothing =>
  open.overlay === undefined
    ? nothing
    : html`<div class="cdk-overlay-container">
        <div class="cdk-overlay-backdrop" @click=${closeOverlay}></div>
        ${open.overlay.content()}
      </div>`;

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && open.overlay !== undefined) closeOverlay();
});
