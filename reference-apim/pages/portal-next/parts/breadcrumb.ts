import { html, type TemplateResult } from 'lit';

import { address } from '../router.ts';

/** The way to a page below the list of applications. */
export const breadcrumb = (here: string): TemplateResult =>
  html`<nav aria-label="breadcrumb">
    <ol>
      <li><a href=${address('/applications')}>Applications</a></li>
      <li>${here}</li>
    </ol>
  </nav>`;
