import { html, nothing, type TemplateResult } from 'lit';
import { headersInput } from '../controls/headers-input.ts';
import { textInput } from '../controls/input.ts';
import type { Details } from './application-details.ts';
import { grantTypesField, redirectUrisField } from './application-security.ts';

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

/** An application with a registered client: id and secret come from the IdP and are shown in plain text. */
export const oauthCard = ({ form, type, readonly }: Details): TemplateResult =>
  html`<h2>OpenID Connect Integration</h2>
    <mat-card class="mat-mdc-card" formgroupname="OpenIDForm">
      <h3>OpenID Connect Integration</h3>
      <gio-banner-info
        >Some of the fields bellow might not be updated by Authorization Provider, depending on what it
        supports.</gio-banner-info
      >
      ${textInput({ label: 'Client ID', name: 'client_id', field: form.clientId, readonly: true })}
      ${textInput({ label: 'Client Secret', name: 'client_secret', field: form.clientSecret, readonly: true })}
      ${type === undefined ? nothing : grantTypesField(form.grantTypes, type, 'grant_types', readonly)}
      ${type?.requires_redirect_uris === true ? redirectUrisField(form.redirectUris, 'redirect_uris', readonly) : nothing}
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
