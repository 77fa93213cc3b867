import { html, nothing, type TemplateResult } from 'lit';

import '@gravitee/ui-components/wc/gv-icon';
import '@gravitee/ui-components/wc/gv-message';

/** In the place of a list of applications that is empty. */
export const emptyMessage = (action: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<section>
    <gv-message class="message-empty">
      <gv-icon shape="code:plus"></gv-icon>
      <div class="title">You don't have an application yet</div>
      ${action}
    </gv-message>
  </section>`;
