import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../refresh.ts';
import '@gravitee/ui-components/wc/gv-input';
import '@gravitee/ui-components/wc/gv-tag';

/** The component; `valid` says whether the typed text looks like an `http:` or `https:` URL. */
interface UriInput extends HTMLElement {
  value: string;
  valid: boolean;
}

/** Enter, a click on the plus and leaving the field take the typed URI over, if the component finds it valid. */
export function redirectUris(
  uris: readonly string[],
  changed: (uris: string[]) => void,
  { submits = true } = {},
): TemplateResult {
  const add = ({ currentTarget }: Event & { currentTarget: UriInput }) => {
    const { value, valid } = currentTarget;
    if (!valid || value.trim() === '') return;
    currentTarget.value = '';
    if (!uris.includes(value)) changed([...uris, value]);
    refresh();
  };
  return html`<div class="form-control">
      <gv-input
        label="Redirect URIs"
        type="url"
        placeholder="https://example.com"
        icon="code:plus"
        clickable
        ?required=${submits}
        ?no-submit=${!submits}
        .valid=${uris.length > 0}
        .invalid=${uris.length === 0}
        @gv-input:submit=${add}
        @blur=${add}
      ></gv-input>
    </div>
    ${uris.length === 0 ? nothing : tags(uris, changed)}`;
}

const tags = (uris: readonly string[], changed: (uris: string[]) => void): TemplateResult => {
  const without = (removed: string) => () => {
    changed(uris.filter((uri) => uri !== removed));
    refresh();
  };
  return html`<div>
    <div class="label">URI where the authorization server will send OAuth responses</div>
    ${uris.map(
      (uri) => html`<gv-tag minor clickable icon-right="general:close" @gv-tag:click=${without(uri)}>${uri}</gv-tag> `,
    )}
  </div>`;
};
