import { html, nothing, type TemplateResult } from 'lit';

import { updateApplication, type Application } from '../../portal/backend/applications.ts';
import type { ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';
import { chips } from '../form/chips.ts';
import { grantSelect } from '../form/grant-select.ts';
import { textField } from '../form/text.ts';
import { copyCode } from '../parts/copy-code.ts';
import { picture } from '../parts/picture.ts';
import { navigate } from '../router.ts';
import { deleteButton } from './deletion.ts';
import { bodyOf, isComplete, isSame, valuesOf, type Values } from './edited.ts';

interface Opened {
  readonly application: Application;
  readonly type: ApplicationType;
  readonly saved: Values;
  readonly form: Values;
  readonly secrecy: { hidden: boolean };
}

/** A refusal shows nowhere: what was typed stays, and the buttons with it. */
async function save(opened: Opened): Promise<void> {
  const { application, type, form } = opened;
  const saved = await updateApplication(application.id, bodyOf(application, type, form));
  if (saved !== undefined) await navigate(`/applications/${application.id}/settings`);
}

function discard(opened: Opened): void {
  Object.assign(opened.form, opened.saved);
  refresh();
}

const general = ({ form }: Opened): TemplateResult =>
  html`<div>General</div>
    ${picture(form.picture)}
    <button type="button">Upload new picture</button>
    <button type="button" aria-label="Delete picture" data-testid="deletePicture" ?disabled=${!form.picture}>
      Delete
    </button>
    ${textField({
      ...{ label: 'Application name', control: 'name', name: 'Application name', testId: 'name', value: form.name },
      changed: (value) => (form.name = value),
    })}
    ${textField({
      ...{ label: 'Application description', control: 'description', name: 'Application description' },
      ...{ testId: 'description', value: form.description },
      changed: (value) => (form.description = value),
    })}`;

const simple = ({ form }: Opened): TemplateResult =>
  html`<div data-testid="integrationTitle">OAuth2 Integration</div>
    ${textField({
      ...{ label: 'Application type', control: 'appType', name: 'Application type', testId: 'simple-type' },
      ...{ value: form.appType, hint: 'Type of the application (mobile, web, ...)' },
      changed: (value) => (form.appType = value),
    })}
    ${textField({
      ...{ label: 'ClientID', control: 'appClientId', name: 'Client ID', testId: 'simple-clientId' },
      ...{
        value: form.appClientId,
        hint: 'This field is required to subscribe to certain types of API Plan (OAuth2, JWT)',
      },
      changed: (value) => (form.appClientId = value),
    })}`;

const redirectUris = ({ form }: Opened): TemplateResult =>
  chips({
    ...{ label: 'Redirect URIs', placeholder: 'Add redirect URI...', testId: 'redirectUris' },
    values: form.redirectUris,
    changed: (values) => (form.redirectUris = values),
    // The name of the button in the real page is the text of a program.
    removes: () => "'remove redirect URI' + uri",
    hint: 'URIs where the authorization server will send OAuth responses',
  });

const registered = (opened: Opened): TemplateResult => {
  const { application, type, form, secrecy } = opened;
  const { client_id, client_secret } = application.settings.oauth ?? {};
  return html`<div data-testid="integrationTitle">OpenID Connect Integration</div>
    <div>
      <span data-testid="type">${type.name}: </span><span data-testid="typeDescription">${type.description}</span>
    </div>
    ${copyCode({ title: 'Client ID', text: client_id ?? '', testId: 'clientId' })}
    ${copyCode({ title: 'Client Secret', text: client_secret ?? '', testId: 'clientSecret', secrecy })}
    ${type.requires_redirect_uris ? redirectUris(opened) : nothing}
    ${grantSelect({ type, chosen: () => form.grantTypes, changed: (chosen) => (form.grantTypes = chosen) })}`;
};

const actions = (opened: Opened): TemplateResult => {
  const unchanged = isSame(opened.form, opened.saved);
  const incomplete = !isComplete(opened.form, opened.type);
  return html`<button
      type="button"
      aria-label="Save application"
      data-testid="save"
      ?disabled=${unchanged || incomplete}
      @click=${() => void save(opened)}
    >
      Save
    </button>
    <button
      type="button"
      aria-label="Discard changes"
      data-testid="discard"
      ?disabled=${unchanged}
      @click=${() => discard(opened)}
    >
      Discard changes
    </button>`;
};

/** "Settings" of 4.10, for who may edit the application; the letters are those of `CRUD`. */
export function settingsTab(application: Application, type: ApplicationType, may: readonly string[]) {
  const saved = valuesOf(application);
  const opened: Opened = { application, type, saved, form: { ...saved }, secrecy: { hidden: true } };
  return (): TemplateResult =>
    html`<form @submit=${(event: Event) => event.preventDefault()}>
      ${general(opened)} ${application.settings.oauth ? registered(opened) : simple(opened)}
      ${may.includes('U') ? actions(opened) : nothing} ${may.includes('D') ? deleteButton(application.id) : nothing}
    </form>`;
}
