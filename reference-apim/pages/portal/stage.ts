import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { Page } from './page.ts';
import { refresh } from './refresh.ts';

const stage: { page: Page | undefined } = { page: undefined };

export function show(page: Page): void {
  stage.page?.close?.();
  stage.page = page;
  scrollTo(0, 0);
  refresh();
}

/** The page that is left goes at once; the new one fades in for 0.2 s, as between the product's pages. */
export const staged = (): TemplateResult =>
  html`${keyed(stage.page, html`<div class="entering">${stage.page?.view() ?? nothing}</div>`)}`;
