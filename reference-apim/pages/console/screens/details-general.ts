import { html, type TemplateResult } from 'lit';
import { copyButton } from '../controls/copy-button.ts';
import { textInput } from '../controls/input.ts';
import { dateText } from '../dates.ts';
import { avatar, icon } from '../icons.ts';
import type { Details } from './application-details.ts';

const keyModes: Readonly<Record<string, string>> = {
  UNSPECIFIED: 'Unspecified',
  SHARED: 'Shared',
  EXCLUSIVE: 'Exclusive',
};

export const generalCard = ({ application, type, form, readonly }: Details): TemplateResult =>
  html`<mat-card class="mat-mdc-card details">
    <div class="details__inputs">
      ${textInput({
        label: 'Application name',
        name: 'name',
        field: form.name,
        required: true,
        disabled: readonly,
      })}
      ${textInput({
        label: 'Description',
        name: 'description',
        field: form.description,
        required: true,
        disabled: readonly,
        hint: 'Provide a description of your application, what it does, ...',
      })}
      ${textInput({
        label: 'Domain',
        name: 'domain',
        field: form.domain,
        disabled: readonly,
        hint: 'The domain your application will use, if relevant.',
      })}
      <div class="pictures">
        <div>
          <div class="picture-label">Application picture</div>
          <div class="picture">${avatar(application.name)}</div>
        </div>
        <div>
          <div class="picture-label">Application background</div>
          <div class="picture picture--empty">
            <div>${icon('upload')}</div>
            <div>Click here or drag an image</div>
            <div>Max 500KB</div>
          </div>
        </div>
      </div>
    </div>
    <div class="details__facts">
      <dl>
        <dt>Owner</dt>
        <dd>${application.owner.displayName} ${copyButton(application.owner.displayName)}</dd>
        <dt>Created</dt>
        <dd>${dateText(application.created_at)}</dd>
        <dt>Type</dt>
        <dd>${type?.name}</dd>
        <dt>API key mode</dt>
        <dd>${keyModes[application.api_key_mode ?? 'UNSPECIFIED'] ?? application.api_key_mode}</dd>
      </dl>
      <button type="button" class="mat-mdc-outlined-button">Subscribe to APIs</button>
    </div>
  </mat-card>`;
