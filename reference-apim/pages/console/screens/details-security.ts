import { html, nothing, type TemplateResult } from 'lit';
import type { ApplicationType } from '../backend/applications.ts';
import { copyButton } from '../controls/copy-button.ts';
import { headersInput } from '../controls/headers-input.ts';
import { textInput } from '../controls/input.ts';
import { multiSelect } from '../controls/select.ts';
import { tagsInput } from '../controls/tags-input.ts';
import type { Field, TextField } from '../form.ts';
import type { Details } from './application-details.ts';

const clientIdHint = html`The <code>Client_id</code> of the application. This field is required to subscribe to certain
  type of API Plan (OAuth2, JWT).`;

/** A Simple application: its owner writes the client id. */
export const simpleCard = ({ form, readonly }: Details): TemplateResult =>
  html`<mat-card class="mat-mdc-card" formgroupname="OAuth2Form">
    <h3>OAuth2 Integration</h3>
    ${textInput({
      label: 'Client ID',
      name: 'client_id',
      field: form.clientId,
      disabled: readonly,
      hint: clientIdHint,
    })}
  </mat-card>`;

const copied = (label: string, name: string, field: TextField): TemplateResult =>
  textInput({ label, name, field, readonly: true, suffix: copyButton(field.value ?? '') });

/** Nothing is mandatory here: unlike on the page of a new application, every grant can be taken away. */
const grants = (field: Field<readonly string[]>, type: ApplicationType, disabled: boolean): TemplateResult =>
  multiSelect({
    ...{ label: 'Allowed grant types', name: 'grant_types', field, disabled },
    options: type.allowed_grant_types.map((grant) => ({ value: grant.type, text: grant.name })),
  });

const redirectUris = (field: Field<readonly string[]>, disabled: boolean): TemplateResult =>
  tagsInput({
    ...{ label: 'Redirect URIs', name: 'redirect_uris', field, disabled, placeholder: 'Enter a redirect URI' },
    hint: 'URIs where the authorization server will send OAuth responses',
  });

/** An application with a registered client: id and secret come from the IdP and are shown in plain text. */
export const oauthCard = ({ form, type, readonly }: Details): TemplateResult =>
  html`<h2>OpenID Connect Integration</h2>
    <mat-card class="mat-mdc-card" formgroupname="OpenIDForm">
      <h3>OpenID Connect Integration</h3>
      ${copied('Client ID', 'client_id', form.clientId)} ${copied('Client Secret', 'client_secret', form.clientSecret)}
      <gio-banner-info
        ><p>
          Some of the fields bellow might not be updated by Authorization Provider. Please refer to the Authorization
          Provider documentation for more information.
        </p></gio-banner-info
      >
      ${type === undefined ? nothing : grants(form.grantTypes, type, readonly)}
      ${type?.requires_redirect_uris === true ? redirectUris(form.redirectUris, readonly) : nothing}
      ${headersInput({
        label: 'Additional Client Metadata (optional)',
        name: 'additional_client_metadata',
        field: form.metadata,
        disabled: readonly,
      })}
    </mat-card>`;

export const tlsCard = ({ form, readonly }: Details): TemplateResult =>
  html`<mat-card class="mat-mdc-card" formgroupname="TlsForm">
    <h3>Tls Configuration</h3>
    ${textInput({
      label: 'Client Certificate',
      name: 'client_certificate',
      field: form.certificate,
      disabled: readonly,
      lines: 4,
      hint: html`The <code>client_certificate</code> of the application. This field is required to subscribe to mTLS
        plans.`,
    })}
  </mat-card>`;
