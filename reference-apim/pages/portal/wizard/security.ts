import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationType } from '../backend/application-types.ts';
import { grantSwitches } from '../form/grants.ts';
import { input } from '../form/input.ts';
import { redirectUris } from '../form/redirect-uris.ts';
import { textArea } from '../form/text-area.ts';
import { isSimple, type Draft } from './draft.ts';
import { metadata } from './metadata.ts';
import { typeCards } from './type-cards.ts';
import type { Wizard } from './wizard.ts';

/** From 4.5 on. */
const certificate = (draft: Draft, id: string): TemplateResult =>
  textArea({
    control: 'client_certificate',
    id,
    label: 'Client Certificate (PEM only)',
    placeholder: ' The client_certificate of the application. This field is required to subscribe to mTLS plans.',
    rows: 4,
    value: draft.clientCertificate,
    changed: (value) => (draft.clientCertificate = value),
  });

const simple = (draft: Draft): TemplateResult =>
  html`<form>
    ${input({
      control: 'type',
      name: 'type',
      label: 'Type',
      placeholder: 'Type of application (mobile, web, ...)',
      value: draft.app.type,
      changed: (value) => (draft.app.type = value),
    })}
    ${input({
      control: 'client_id',
      label: 'Client ID',
      placeholder:
        ' The Client_id of the application. This field is required to subscribe to certain type of API Plan (OAuth2, JWT).',
      value: draft.app.client_id,
      changed: (value) => (draft.app.client_id = value),
    })}
    ${certificate(draft, 'appClientCertificate')}
  </form>`;

const oauth = (draft: Draft, type: ApplicationType): TemplateResult =>
  html`<form class="columns">
    <div>${grantSwitches(type, draft.grantTypes, (grants) => (draft.grantTypes = grants))}</div>
    <div>
      ${type.requires_redirect_uris ? redirectUris(draft.redirectUris, (uris) => (draft.redirectUris = uris)) : nothing}
      ${metadata(draft)} ${certificate(draft, 'oauthClientCertificate')}
    </div>
  </form>`;

/** Step 2. */
export const security = (wizard: Wizard): TemplateResult => {
  const { type } = wizard.draft;
  const settings = type && (isSimple(type) ? simple(wizard.draft) : oauth(wizard.draft, type));
  return html`${typeCards(wizard)}${settings ?? nothing}`;
};
