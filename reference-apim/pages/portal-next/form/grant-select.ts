import { html, type TemplateResult } from 'lit';

import type { ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';
import { isOverlayOpen, openOverlay } from '../parts/overlay.ts';

interface Option {
  readonly type: string;
  readonly text: string;
  readonly isMandatory: boolean;
}

interface GrantSelect {
  readonly type: ApplicationType;
  readonly chosen: () => readonly string[];
  readonly changed: (chosen: readonly string[]) => void;
}

const optionsOf = ({ allowed_grant_types, mandatory_grant_types }: ApplicationType): readonly Option[] =>
  allowed_grant_types.map(({ type, name }) => {
    const isMandatory = mandatory_grant_types.some((one) => one.type === type);
    return { type, text: isMandatory ? `${name} - (Mandatory)` : name, isMandatory };
  });

/** `mat-select` of several grants; its options stand over the page and stay until Escape. */
export const grantSelect = (spec: GrantSelect): TemplateResult => {
  const options = optionsOf(spec.type);
  const chosen = options.filter(({ type }) => spec.chosen().includes(type));
  return html`<mat-form-field>
    <label id="grant-types-label">Grant types</label>
    <mat-select
      role="combobox"
      aria-label="Grant types"
      aria-haspopup="listbox"
      aria-expanded=${isOverlayOpen() ? 'true' : 'false'}
      formcontrolname="oauthGrantTypes"
      data-testid="grantTypes"
      tabindex="0"
      @click=${() => openOverlay({ content: () => panel(spec, options), isModal: false })}
      >${chosen.map(({ text }) => text).join(', ')}</mat-select
    >
    <mat-hint> Grant types allowed for the client. Please set only grant types you need for security reasons </mat-hint>
  </mat-form-field>`;
};

const panel = (spec: GrantSelect, options: readonly Option[]): TemplateResult =>
  html`<div role="listbox" aria-label="Grant types" aria-multiselectable="true" class="mat-mdc-select-panel">
    ${options.map((option) => row(spec, option))}
  </div>`;

const row = ({ chosen, changed }: GrantSelect, { type, text, isMandatory }: Option): TemplateResult => {
  const isChosen = chosen().includes(type);
  const click = () => {
    if (isMandatory) return;
    changed(isChosen ? chosen().filter((one) => one !== type) : [...chosen(), type]);
    refresh();
  };
  return html`<mat-option
    role="option"
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-disabled=${isMandatory ? 'true' : 'false'}
    @click=${click}
    >${text}</mat-option
  >`;
};
