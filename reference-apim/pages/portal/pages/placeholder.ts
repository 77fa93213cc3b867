import { html } from 'lit';

import type { Menu, Page } from '../page.ts';

/** A page that the registration of a client does not touch. */
export const placeholder = (title: string, menu?: (pathname: string) => Menu): Page => ({
  view: () =>
    html`<app-placeholder>
      <h1>${title}</h1>
      <p class="faint">This page is not part of the stand-in.</p>
    </app-placeholder>`,
  ...(menu && { menu }),
});
