import { html, nothing, type TemplateResult } from 'lit';

import {
  readApplication,
  removeApplication,
  updateApplication,
  type Application,
} from '../../portal/backend/applications.ts';
import { typeOfApplication, type ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';
import { failures } from '../failures.ts';
import { isSecured, oauthFields, type OAuth } from '../form/oauth.ts';
import { textField } from '../form/text.ts';
import { navigate, type Page } from '../router.ts';

interface Edited extends OAuth {
  name: string;
  description: string;
}

interface Opened {
  application: Application;
  readonly type: ApplicationType;
  /** Undefined in the view that only shows. */
  edited: Edited | undefined;
  secretShown: boolean;
  asked: boolean;
  error: string | undefined;
}

const editedOf = ({ name, description, settings: { oauth } }: Application): Edited => ({
  name,
  description,
  grantTypes: oauth?.grant_types ?? [],
  redirectUris: oauth?.redirect_uris ?? [],
});

/** Everything goes back as it was read, but for what was edited. */
function bodyOf({ application, edited }: Opened): object {
  const { settings } = application;
  const { name, description, grantTypes, redirectUris } = edited ?? editedOf(application);
  const oauth = settings.oauth && { ...settings.oauth, grant_types: grantTypes, redirect_uris: redirectUris };
  return { ...application, name, description, settings: oauth ? { oauth } : settings };
}

async function save(opened: Opened): Promise<void> {
  const saved = await updateApplication(opened.application.id, bodyOf(opened));
  opened.error = saved === undefined ? (failures.newest?.message ?? '') : undefined;
  if (saved !== undefined) Object.assign(opened, { application: saved, edited: undefined });
  refresh();
}

async function remove(opened: Opened): Promise<void> {
  if (await removeApplication(opened.application.id)) return navigate('/applications');
  opened.asked = false;
  opened.error = failures.newest?.message ?? '';
  refresh();
}

const set = (opened: Opened, change: Partial<Opened>) => () => {
  Object.assign(opened, change);
  refresh();
};

const copyable = (testId: string, text: string): TemplateResult =>
  html`<app-copy-code data-testid=${testId}><code>${text}</code></app-copy-code>`;

const shown = (opened: Opened): TemplateResult => {
  const { application, secretShown } = opened;
  const { oauth, app } = application.settings;
  const id = oauth?.client_id ?? app?.client_id;
  const secret = oauth?.client_secret;
  return html`<h2 data-testid="name">${application.name}</h2>
    <p data-testid="description">${application.description}</p>
    <p>Client ID</p>
    ${copyable('clientId', id ?? '')}
    ${
      typeof secret === 'string'
        ? html`<p>Client Secret</p>
            ${copyable('clientSecret', secretShown ? secret : '••••••••')}
            <button @click=${set(opened, { secretShown: !secretShown })}>
              ${secretShown ? 'Hide' : 'Show'} Client Secret
            </button>`
        : nothing
    }
    <p>
      <button data-testid="edit" @click=${set(opened, { edited: editedOf(application) })}>Edit</button>
      <button data-testid="delete" @click=${set(opened, { asked: true })}>Delete</button>
    </p>`;
};

const form = (opened: Opened, edited: Edited): TemplateResult =>
  html`${textField({
      label: 'Application name',
      control: 'name',
      value: edited.name,
      changed: (value) => (edited.name = value),
    })}
    ${textField({
      label: 'Description',
      control: 'description',
      value: edited.description,
      changed: (value) => (edited.description = value),
    })}
    ${opened.application.settings.oauth ? oauthFields(opened.type, edited) : nothing}
    <button data-testid="save" ?disabled=${!isSecured(opened.type, edited)} @click=${() => void save(opened)}>
      Save
    </button>
    <button data-testid="cancel" @click=${set(opened, { edited: undefined })}>Cancel</button>`;

const question = (opened: Opened): TemplateResult =>
  html`<dialog open id="confirmDialog">
    <p>Delete application</p>
    <button data-testid="confirm-dialog-confirm" @click=${() => void remove(opened)}>Delete</button>
    <button @click=${set(opened, { asked: false })}>Cancel</button>
  </dialog>`;

/** "Settings & Security" of an application, 4.12. */
export async function settingsPage(id: string): Promise<Page> {
  const application = await readApplication(id);
  const type = application && (await typeOfApplication(id));
  if (application === undefined || type === undefined)
    return { view: () => html`<p class="error">${failures.newest?.message ?? 'The application cannot be shown.'}</p>` };
  const opened: Opened = {
    ...{ application, type, edited: undefined },
    ...{ secretShown: false, asked: false, error: undefined },
  };
  return {
    view: () =>
      html`${opened.edited === undefined ? shown(opened) : form(opened, opened.edited)}
      ${opened.error === undefined ? nothing : html`<p class="error">${opened.error}</p>`}
      ${opened.asked ? question(opened) : nothing}`,
  };
}
