import { html, type TemplateResult } from 'lit';

import { input } from '../form/input.ts';
import { textArea } from '../form/text-area.ts';
import { upload } from '../form/upload.ts';
import type { Draft } from './draft.ts';

/** Step 1. */
export const general = (draft: Draft): TemplateResult =>
  html`<form class="columns">
    <div>
      ${input({
        control: 'name',
        name: 'name',
        label: 'Application name',
        placeholder: 'Name your application',
        required: true,
        autofocus: true,
        value: draft.name ?? '',
        changed: (value) => (draft.name = value),
      })}
      ${textArea({
        control: 'description',
        name: 'description',
        label: 'Description',
        placeholder: 'Just describe its purpose',
        rows: 10,
        required: true,
        value: draft.description ?? '',
        changed: (value) => (draft.description = value),
      })}
      ${input({
        control: 'domain',
        name: 'domain',
        label: 'Domain used by the application',
        placeholder: 'https://my-app.com',
        value: draft.domain ?? '',
        changed: (value) => (draft.domain = value),
      })}
    </div>
    <div>${upload('picture', 'Application Image', (picture) => (draft.picture = picture))}</div>
  </form>`;
