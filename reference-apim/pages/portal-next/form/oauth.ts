import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';

/** What a person says about how an application is secured. */
export interface OAuth {
  grantTypes: string[];
  redirectUris: string[];
}

const grantSwitch = (type: ApplicationType, oauth: OAuth, grant: { type: string; name: string }): TemplateResult => {
  const on = oauth.grantTypes.includes(grant.type);
  const toggle = () => {
    oauth.grantTypes = on ? oauth.grantTypes.filter((one) => one !== grant.type) : [...oauth.grantTypes, grant.type];
    refresh();
  };
  const mandatory = type.mandatory_grant_types.some((one) => one.type === grant.type);
  return html`<div class="toggle">
    <button
      type="button"
      role="switch"
      aria-checked=${on ? 'true' : 'false'}
      aria-label=${grant.name}
      ?disabled=${mandatory}
      @click=${toggle}
    ></button>
    ${grant.name}
  </div>`;
};

const row = (oauth: OAuth, uri: string): TemplateResult => {
  const remove = () => {
    oauth.redirectUris = oauth.redirectUris.filter((one) => one !== uri);
    refresh();
  };
  return html`<div role="row">
    <span role="gridcell">${uri}</span>
    <span role="gridcell"><button type="button" aria-label="Remove ${uri}" @click=${remove}>×</button></span>
  </div>`;
};

/** Enter adds what stands in the field. */
function added(event: KeyboardEvent, oauth: OAuth): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const uri = event.target.value.trim();
  event.target.value = '';
  if (uri !== '' && !oauth.redirectUris.includes(uri)) oauth.redirectUris = [...oauth.redirectUris, uri];
  refresh();
}

const redirectUris = (oauth: OAuth): TemplateResult =>
  html`<div role="grid" aria-label="Redirect URIs">${oauth.redirectUris.map((uri) => row(oauth, uri))}</div>
    <label>Redirect URIs <input @keydown=${(event: KeyboardEvent) => added(event, oauth)} /></label>`;

/** Grants and redirect URIs, on the page of a new application and of an existing one. */
export const oauthFields = (type: ApplicationType, oauth: OAuth): TemplateResult =>
  html`${type.allowed_grant_types.map((grant) => grantSwitch(type, oauth, grant))}
  ${type.requires_redirect_uris ? redirectUris(oauth) : nothing}`;

export const isSecured = (type: ApplicationType, oauth: OAuth): boolean =>
  !type.requires_redirect_uris || oauth.redirectUris.length > 0;
