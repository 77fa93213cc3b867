import { html, nothing, type TemplateResult } from 'lit';
import { textInput } from '../controls/input.ts';
import { passwordWithEye } from '../controls/password.ts';
import { select } from '../controls/select.ts';
import { slideToggle } from '../controls/slide-toggle.ts';
import { tagsInput } from '../controls/tags-input.ts';
import { usesClientCredentials, usesGivenToken, type ProviderForm } from './provider-form.ts';
import { keyStore, storeSection, trustStore } from './store-section.ts';

const tokenTypes = [
  { value: 'CLIENT_CREDENTIALS', text: 'Client Credentials' },
  { value: 'INITIAL_ACCESS_TOKEN', text: 'Initial Access Token' },
];

const methods = ['POST', 'PATCH', 'PUT'].map((value) => ({ value, text: value }));

export const providerFields = (form: ProviderForm): TemplateResult =>
  html`<mat-card class="mat-mdc-card">${general(form)}</mat-card>
    <mat-card class="mat-mdc-card">
      ${configuration(form)} ${storeSection(trustStore, form.trustStore)} ${storeSection(keyStore, form.keyStore)}
      ${renewal(form)}
    </mat-card>`;

const general = (form: ProviderForm): TemplateResult =>
  html`<h2>General</h2>
    ${textInput({
      label: 'Name',
      name: 'name',
      field: form.name,
      required: true,
      hint: 'Client registration provider name.',
    })}
    ${textInput({
      label: 'Description',
      name: 'description',
      field: form.description,
      hint: 'Provide a description to the client registration provider.',
    })}`;

const configuration = (form: ProviderForm): TemplateResult =>
  html`<h2>Configuration</h2>
    <strong>OpenID Connect - Dynamic Client Registration</strong>
    ${textInput({
      label: 'OpenID Connect Discovery Endpoint',
      name: 'discovery_endpoint',
      field: form.discoveryEndpoint,
      type: 'url',
      required: true,
    })}
    ${select({
      label: 'Initial Access Token Provider',
      name: 'initial_access_token_type',
      field: form.tokenType,
      options: tokenTypes,
      required: true,
      hint: 'Define the way the initial access token must be provided.',
    })}
    ${usesClientCredentials(form) ? clientCredentials(form) : nothing}
    ${usesGivenToken(form) ? givenToken(form) : nothing}`;

const clientCredentials = (form: ProviderForm): TemplateResult =>
  html`${textInput({ label: 'Client ID', name: 'client_id', field: form.clientId, required: true })}
  ${passwordWithEye({ label: 'Client Secret', name: 'client_secret', field: form.clientSecret, required: true })}
  ${tagsInput({
    label: 'Scopes',
    name: 'scopes',
    field: form.scopes,
    placeholder: 'Enter a scope and press Enter',
  })}
  ${textInput({ label: 'Client Template (software_id)', name: 'software_id', field: form.softwareId })}`;

const givenToken = (form: ProviderForm): TemplateResult =>
  textInput({
    label: 'Initial Access Token',
    name: 'initial_access_token',
    field: form.initialAccessToken,
    required: true,
  });

const renewal = (form: ProviderForm): TemplateResult =>
  html`<h3>Renew client_secret (outside DCR specification)</h3>
    ${slideToggle({
      name: 'Renew client secret support',
      caption: 'Enable renew client_secret support',
      controlName: 'renew_client_secret_support',
      field: form.renewSupport,
    })}
    ${form.renewSupport.value ? renewalCall(form) : nothing}`;

const renewalCall = (form: ProviderForm): TemplateResult =>
  html`${select({
    label: 'HTTP Method',
    name: 'renew_client_secret_method',
    field: form.renewMethod,
    options: methods,
    hint: 'Define the HTTP method to call the renew secret endpoint.',
  })}
  ${textInput({
    label: 'Endpoint',
    name: 'renew_client_secret_endpoint',
    field: form.renewEndpoint,
    type: 'url',
    hint: 'Provide an URL to reach the renew client secret endpoint, for example: https://authorization_server/oidc/dcr/{#client_id}/renew_secret',
  })}`;
