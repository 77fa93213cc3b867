import { html, nothing, type TemplateResult } from 'lit';

import { grantSwitches } from '../form/grants.ts';
import { input } from '../form/input.ts';
import { redirectUris } from '../form/redirect-uris.ts';
import { renew } from './commands.ts';
import type { Edited, Opened } from './edited.ts';
import { editor } from './general.ts';
import '@gravitee/ui-components/wc/gv-button';
import '@gravitee/ui-components/wc/gv-confirm';

type Settings = Extract<Edited['settings'], { oauth: unknown }>['oauth'];

const renewal = (opened: Opened): TemplateResult | typeof nothing => {
  const supported = opened.application.settings.oauth?.renew_client_secret_supported === true;
  if (!supported || !opened.may.includes('U')) return nothing;
  return html`<gv-confirm
    message="Are you sure you want to renew the secret of your application?<br/> By renewing the secret, you will no longer be able to generate new access tokens and call the API."
    @gv-confirm:ok=${() => void renew(opened)}
    ><gv-button secondary icon="code:lock-overturning" ?loading=${opened.busy === 'renewing'}
      >Renew the secret</gv-button
    ></gv-confirm
  >`;
};

/** The inputs are not read-only in the product either; the `value` attribute of a host mirrors what is in it. */
const credentials = (opened: Opened, settings: Settings, change: (changed: Partial<Settings>) => void) =>
  html`${input({
      control: 'client_id',
      label: 'Client ID',
      name: 'application.client_id',
      placeholder: 'Client ID',
      clipboard: true,
      value: settings.client_id ?? '',
      changed: (client_id) => change({ client_id }),
    })}
    <div class="inline">
      ${input({
        control: 'client_secret',
        label: 'Client secret',
        name: 'application.client_secret',
        placeholder: 'Client secret',
        type: 'password',
        value: settings.client_secret ?? '',
        changed: (client_secret) => change({ client_secret }),
      })}
      ${renewal(opened)}
    </div>`;

export function oauth(opened: Opened): TemplateResult | typeof nothing {
  const { settings } = opened.edited;
  if (!('oauth' in settings)) return nothing;
  const change = (changed: Partial<Settings>) =>
    editor(opened, 'settings')({ oauth: { ...settings.oauth, ...changed } });
  const { grant_types, redirect_uris } = settings.oauth;
  return html`<div class="box">
    <h3>OAuth2 integration</h3>
    ${credentials(opened, settings.oauth, change)}
    <div class="columns">
      ${grantSwitches(opened.type, grant_types, (grants) => change({ grant_types: grants }))}
      ${
        opened.type.requires_redirect_uris
          ? html`<div>
              ${redirectUris(redirect_uris, (uris) => change({ redirect_uris: uris }), { submits: false })}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
