import { html, type TemplateResult } from 'lit';

import '@gravitee/ui-components/wc/gv-link';

export const footer = (): TemplateResult =>
  html`<footer>
    <ul>
      <li><gv-link path="cookies" title="Cookies settings"></gv-link></li>
      <li>© All rights reserved ${new Date().getFullYear()}</li>
    </ul>
  </footer>`;
