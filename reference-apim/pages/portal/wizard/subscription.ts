import { html, type TemplateResult } from 'lit';

import '@gravitee/ui-components/wc/gv-autocomplete';
import '@gravitee/ui-components/wc/gv-input';
import '@gravitee/ui-components/wc/gv-table';

const apis: object[] = [];
const subscriptions: object[] = [];

const columns = { data: [{ field: 'api.name', label: 'API' }] };

/** Step 3. The stand-in has no API that one could subscribe to, but the step has to be opened. */
export const subscription = (): TemplateResult =>
  html`<form>
    <gv-autocomplete class="search" .options=${apis}
      ><gv-input type="search" icon-left="general:search" placeholder="Find an API for your application"></gv-input
    ></gv-autocomplete>
    <gv-table .items=${subscriptions} rowheight="75px" emptymessage="No subscription" .options=${columns}></gv-table>
  </form>`;
