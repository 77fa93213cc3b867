import { html, nothing, type TemplateResult } from 'lit';

import { createApplication } from '../../portal/backend/applications.ts';
import { enabledTypes, type ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';
import { failures } from '../failures.ts';
import { chips } from '../form/chips.ts';
import { grantSwitches } from '../form/grant-switches.ts';
import { metadataFields } from '../form/metadata.ts';
import { textField, type TextField } from '../form/text.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { navigate, type Page } from '../router.ts';
import { bodyOf, isValid, newDraft, texts, type Draft } from './draft.ts';

function choose(draft: Draft, type: ApplicationType | undefined): void {
  const grantTypes = (type?.default_grant_types ?? []).map((grant) => grant.type);
  Object.assign(draft, { type, grantTypes, redirectUris: [] });
  refresh();
}

/** The page has one sentence for every failure; a code that it does not know comes with a message of its own. */
function errorText(): string {
  const { code = '', message = '' } = failures.newest ?? {};
  const why = code === 'errors.clientRegistrationProvider.refused' ? ` ${message}` : '';
  return `There was an error creating your application and it could not be processed. Try again, and if the issue persists, contact your portal administrator.${why}`;
}

/** The button is not disabled while the product answers, so two clicks are two requests. */
async function create(draft: Draft): Promise<void> {
  const created = await createApplication(bodyOf(draft));
  draft.error = created === undefined ? errorText() : undefined;
  refresh();
  if (created !== undefined) await navigate(`/applications/${created.id}`);
}

const card = (draft: Draft, type: ApplicationType): TemplateResult =>
  html`<mat-radio-button class="type-radio">
    <input
      id=${`type-${type.id}`}
      type="radio"
      name="mat-radio-group-0"
      .checked=${draft.type?.id === type.id}
      @change=${() => choose(draft, type)}
    />
    <label for=${`type-${type.id}`}>
      <div>${type.name}</div>
      <div>${type.description}</div>
    </label>
  </mat-radio-button>`;

const field = (draft: Draft, name: keyof typeof texts, more: Partial<TextField> = {}): TemplateResult =>
  textField({ ...texts[name], control: name, value: draft[name], changed: (value) => (draft[name] = value), ...more });

const grants = (draft: Draft, type: ApplicationType): TemplateResult | typeof nothing =>
  type.allowed_grant_types.length === 0
    ? nothing
    : html`<div>Select the grant types your application will use</div>
        <div>For security, enable only the ones you need.</div>
        ${grantSwitches({ type, chosen: draft.grantTypes, changed: (chosen) => (draft.grantTypes = chosen) })}`;

const redirectUris = (draft: Draft): TemplateResult =>
  chips({
    label: 'Redirect URIs',
    values: draft.redirectUris,
    changed: (values) => (draft.redirectUris = values),
    removes: (uri) => `remove redirect URI ${uri}`,
    hint: 'The URI where the authorization server sends OAuth responses.',
  });

const security = (draft: Draft, type: ApplicationType): TemplateResult =>
  html`<h3>Security</h3>
    ${type.id === 'simple' ? [field(draft, 'appType'), field(draft, 'appClientId')] : nothing} ${grants(draft, type)}
    ${type.requires_redirect_uris ? redirectUris(draft) : nothing} ${field(draft, 'clientCertificate')}
    ${
      type.id === 'simple'
        ? nothing
        : html`<div>Additional Client Metadata (optional)</div>
            ${metadataFields(draft.metadata)}`
    }`;

const details = (draft: Draft): TemplateResult =>
  html`<h3>Application details</h3>
    ${
      draft.type === undefined
        ? html`<p>Please select an application type first</p>`
        : html`${field(draft, 'name')} ${field(draft, 'description')}
            <mat-divider role="separator"></mat-divider>
            ${security(draft, draft.type)}`
    }`;

/** "Create new application" of 4.10. */
export async function creationPage(): Promise<Page> {
  const types = await enabledTypes();
  const draft = newDraft();
  choose(draft, types[0]);
  return {
    view: () =>
      html`${breadcrumb('Create Application')}
        <mat-card>
          <h2>Create new application</h2>
          <p>An application is used to register and agree to plans.</p>
          <h3>Set up security</h3>
          <span id="application-type-radio-group-label">Type</span>
          <mat-radio-group role="radiogroup" aria-labelledby="application-type-radio-group-label"
            >${types.map((type) => card(draft, type))}</mat-radio-group
          >
          ${details(draft)} ${draft.error === undefined ? nothing : html`<div class="error">${draft.error}</div>`}
          <button type="button" ?disabled=${!isValid(draft)} @click=${() => void create(draft)}>Create</button>
          <button type="button" @click=${() => void navigate('/applications')}>Cancel</button>
        </mat-card>`,
  };
}
