import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../refresh.ts';
import { remove } from './commands.ts';
import { isValid, reset, type Opened } from './edited.ts';
import { timeAgo } from './time-ago.ts';
import '@gravitee/ui-components/wc/gv-button';
import '@gravitee/ui-components/wc/gv-confirm';
import '@gravitee/ui-components/wc/gv-list';

const typeNames: Readonly<Record<string, string>> = {
  BACKEND_TO_BACKEND: 'Backend to backend',
  NATIVE: 'Native',
  WEB: 'Web',
  BROWSER: 'Browser',
  SIMPLE: 'Simple',
};

const update = (opened: Opened): TemplateResult =>
  html`<gv-button
      primary
      type="submit"
      icon="general:save"
      ?disabled=${opened.pristine || !isValid(opened)}
      ?loading=${opened.busy === 'saving'}
      >Save</gv-button
    >
    <gv-button
      outlined
      ?disabled=${opened.pristine}
      @gv-button:click=${() => {
        reset(opened);
        refresh();
      }}
      >Reset</gv-button
    >`;

const removal = (opened: Opened): TemplateResult =>
  html`<gv-confirm
    danger
    message="Are you sure you want to delete this application?"
    .cancelLabel=${'Cancel'}
    .okLabel=${'OK'}
    @gv-confirm:ok=${() => void remove(opened)}
    ><gv-button link ?loading=${opened.busy === 'removing'}>Remove</gv-button></gv-confirm
  >`;

const options = (opened: Opened): TemplateResult | typeof nothing => {
  const [canUpdate, canDelete] = [opened.may.includes('U'), opened.may.includes('D')];
  if (!canUpdate && !canDelete) return nothing;
  return html`<div class="box">
    <h4>Options</h4>
    <div class="stacked">${canUpdate ? update(opened) : nothing} ${canDelete ? removal(opened) : nothing}</div>
  </div>`;
};

const information = ({ application }: Opened): TemplateResult =>
  html`<div class="box">
    <h4>Information</h4>
    <ul>
      <li><span>Owner</span> ${application.owner.display_name}</li>
      <li><span>Type</span> ${typeNames[application.applicationType] ?? 'Simple'}</li>
      <li><span>Created</span> ${new Date(application.created_at).toLocaleDateString('en')}</li>
      <li><span>Updated</span><span>${timeAgo(application.updated_at)}</span></li>
    </ul>
  </div>`;

export const aside = (opened: Opened): TemplateResult =>
  html`<aside>
    ${options(opened)} ${information(opened)}
    <gv-list .items=${opened.apis} title="Subscribed APIs" clickable></gv-list>
  </aside>`;
