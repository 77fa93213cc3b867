import { html, nothing, type TemplateResult } from 'lit';
import type { ApplicationType } from '../backend/applications.ts';
import { headersInput } from '../controls/headers-input.ts';
import { textInput } from '../controls/input.ts';
import { multiSelect } from '../controls/select.ts';
import { tagsInput } from '../controls/tags-input.ts';
import type { Field } from '../form.ts';
import { refresh } from '../refresh.ts';
import { chooseType, type ApplicationForm } from './application-form.ts';

export const securityFields = (form: ApplicationForm, types: readonly ApplicationType[]): TemplateResult => {
  const type = types.find(({ id }) => id === form.type.value);
  return html`${types.length > 1 ? cards(form, types) : nothing}
  ${type === undefined ? nothing : type.id === 'simple' ? simple(form) : oauth(form, type)}`;
};

/** Cards without a radio role and, in 4.10.9, without a `value`; with one enabled type there are none. */
const cards = (form: ApplicationForm, types: readonly ApplicationType[]): TemplateResult =>
  html`<gio-form-selection-inline formcontrolname="type">
    ${types.map((type) => card(form, type))}
  </gio-form-selection-inline>`;

const card = (form: ApplicationForm, type: ApplicationType): TemplateResult => {
  const choose = (): void => {
    if (form.type.value !== type.id) chooseType(form, type);
    form.type.dirty = true;
    refresh();
  };
  return html`<gio-form-selection-inline-card
    class=${form.type.value === type.id ? 'selected' : ''}
    tabindex="0"
    @click=${choose}
  >
    <gio-form-selection-inline-card-title>${type.name}</gio-form-selection-inline-card-title>
    <gio-form-selection-inline-card-subtitle>${type.description}</gio-form-selection-inline-card-subtitle>
  </gio-form-selection-inline-card>`;
};

const simple = (form: ApplicationForm): TemplateResult =>
  html`${textInput({
    label: 'Application Type',
    name: 'appType',
    field: form.appType,
    hint: 'Type of the application (mobile, web, ...).',
  })}
  ${textInput({
    label: 'Client ID',
    name: 'appClientId',
    field: form.appClientId,
    hint: html`The <code>client_id</code> of the application. This field is required to subscribe to certain type of API
      Plan (OAuth2, JWT).`,
  })}`;

const oauth = (form: ApplicationForm, type: ApplicationType): TemplateResult =>
  html`${grantTypesField(form.grantTypes, type, 'oauthGrantTypes')}
  ${type.requires_redirect_uris ? redirectUrisField(form.redirectUris, 'oauthRedirectUris') : nothing}
  ${headersInput({
    label: 'Additional Client Metadata (optional)',
    name: 'additionalClientMetadata',
    field: form.metadata,
  })}`;

const grantTypesField = (field: Field<readonly string[]>, type: ApplicationType, name: string): TemplateResult =>
  multiSelect({
    label: 'Allowed grant types',
    name,
    field,
    required: true,
    hint: 'Grant types allowed for the client. Please set only grant types you need for security reasons',
    options: type.allowed_grant_types.map((grant) => {
      const mandatory = type.mandatory_grant_types.some((one) => one.type === grant.type);
      return {
        value: grant.type,
        text: mandatory ? `${grant.name} - (Mandatory)` : grant.name,
        disabled: mandatory,
      };
    }),
  });

const redirectUrisField = (field: Field<readonly string[]>, name: string): TemplateResult =>
  tagsInput({
    label: 'Redirect URIs',
    name,
    field,
    required: true,
    placeholder: 'Enter a redirect URI',
    hint: 'URIs where the authorization server will send OAuth responses',
  });

export const certificateField = (form: ApplicationForm): TemplateResult =>
  textInput({
    label: 'Client Certificate (PEM Only)',
    name: 'appClientCertificate',
    field: form.certificate,
    id: 'appClientCertificate',
    lines: 4,
    hint: html`The <code>client_certificate</code> of the application. This field is required to subscribe to certain
      mTLS plans.`,
  });
