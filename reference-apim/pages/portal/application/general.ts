import { html, nothing, type TemplateResult } from 'lit';

import { input } from '../form/input.ts';
import { textArea } from '../form/text-area.ts';
import { upload } from '../form/upload.ts';
import type { Edited, Opened } from './edited.ts';

/** Whoever changes something makes the form dirty. */
export const editor =
  <K extends keyof Edited>(opened: Opened, member: K) =>
  (value: Edited[K]): void => {
    opened.edited = { ...opened.edited, [member]: value };
    opened.pristine = false;
  };

const simple = (opened: Opened): TemplateResult | typeof nothing => {
  const { settings } = opened.edited;
  if (!('app' in settings)) return nothing;
  const field = (control: 'type' | 'client_id', label: string) =>
    input({
      control,
      label,
      name: `application.${control}`,
      placeholder: label,
      value: settings.app[control] ?? '',
      changed: (value) => editor(opened, 'settings')({ app: { ...settings.app, [control]: value } }),
    });
  return html`${field('type', 'Application type')} ${field('client_id', 'Client ID')}`;
};

const texts = (opened: Opened): TemplateResult =>
  html`${input({
    control: 'name',
    label: 'Name of the application',
    name: 'application.name',
    placeholder: 'Name of the app',
    required: true,
    value: opened.edited.name,
    changed: editor(opened, 'name'),
  })}
  ${textArea({
    control: 'description',
    label: 'Description',
    name: 'application.description',
    placeholder: 'Describe the purpose of this application',
    rows: 7,
    required: true,
    value: opened.edited.description,
    changed: editor(opened, 'description'),
  })}
  ${input({
    control: 'domain',
    label: 'Domain used by this application',
    name: 'application.domain',
    placeholder: 'https://my-app.com',
    value: opened.edited.domain ?? '',
    changed: editor(opened, 'domain'),
  })}`;

export const general = (opened: Opened): TemplateResult =>
  html`<div class="box">
    <h3>General</h3>
    <div class="columns">
      <div>
        ${texts(opened)} ${simple(opened)}
        ${opened.may.includes('U') ? upload('background', 'Change background', editor(opened, 'background')) : nothing}
      </div>
      <div>${opened.may.includes('U') ? upload('picture', 'Change picture', editor(opened, 'picture')) : nothing}</div>
    </div>
  </div>`;
