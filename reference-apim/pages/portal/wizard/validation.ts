import { html, nothing, type TemplateResult } from 'lit';

import { navigate } from '../router.ts';
import { isSimple, type Draft } from './draft.ts';
import { isComplete, type Wizard } from './wizard.ts';
import '@gravitee/ui-components/wc/gv-button';
import '@gravitee/ui-components/wc/gv-icon';
import '@gravitee/ui-components/wc/gv-tag';

const smile = html`<gv-icon shape="general:smile"></gv-icon>`;

const securitySummary = ({ type, grantTypes, redirectUris, app }: Draft): TemplateResult => {
  if (type === undefined || isSimple(type))
    return html`${app.client_id === '' ? nothing : html`<div><span>Client ID</span> ${app.client_id}</div>`}`;
  const granted = type.allowed_grant_types.filter((grant) => grantTypes.includes(grant.type));
  const uris = html`<div>
    <div>Redirect URIs</div>
    ${redirectUris.map((uri) => html`<gv-tag minor>${uri}</gv-tag> `)}
  </div>`;
  return html`<div>
      <div>Types of rights authorized for the client.</div>
      ${granted.map(({ name }) => html`<span><gv-tag major>${name}</gv-tag></span> `)}
    </div>
    ${type.requires_redirect_uris ? uris : nothing}`;
};

const summary = ({ draft }: Wizard): TemplateResult =>
  html`<div class="summary">
    <h2>General</h2>
    <div><span>Application name</span> ${draft.name}</div>
    <div><span>Description</span> ${draft.description}</div>
    <h2>Security</h2>
    <div><span>Type</span> ${draft.type?.name}</div>
    ${securitySummary(draft)}
  </div>`;

const pending = html`<div class="message">
  ${smile}
  <h2>You are almost done</h2>
  <p>Information is missing to create your application.<br />Please check that all the steps are validated.</p>
</div>`;

const refused = html`<div class="message refused">
  ${smile}
  <h2>Sorry</h2>
  <div>An error occurred during the creation of the application.</div>
</div>`;

const confirmed = (id: string, name: string): TemplateResult =>
  html`<div class="message confirmed">
    ${smile}
    <h2>Bravo !</h2>
    <gv-button link outlined @click=${() => void navigate(`/applications/${id}`)}
      >The application "${name}" is ready!</gv-button
    >
  </div>`;

/** The last step: everything once more, or what became of it. */
export function validation(wizard: Wizard): TemplateResult {
  const { created, state } = wizard;
  if (created !== undefined) return confirmed(created.id, created.name);
  if (state === 'refused') return refused;
  return isComplete(wizard) ? summary(wizard) : pending;
}
