import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

export interface TextField {
  readonly label: string;
  readonly control: string;
  readonly value: string;
  readonly changed: (value: string) => void;
  /** Accessible name, where it is not the label. */
  readonly name?: string;
  readonly hint?: string;
  readonly testId?: string;
  readonly type?: 'text' | 'password' | 'lines';
}

/** A text with its label. */
export const textField = (field: TextField): TemplateResult =>
  html`<mat-form-field>
    <label for=${field.control}>${field.label}</label>
    ${field.type === 'lines' ? lines(field) : line(field)}
    ${field.hint === undefined ? nothing : html`<mat-hint>${field.hint}</mat-hint>`}
  </mat-form-field>`;

const line = ({ control, name, testId, type, value, changed }: TextField): TemplateResult =>
  html`<input
    id=${control}
    formcontrolname=${control}
    aria-label=${name ?? nothing}
    data-testid=${testId ?? nothing}
    type=${type ?? 'text'}
    .value=${value}
    @input=${typed(changed)}
  />`;

const lines = ({ control, value, changed }: TextField): TemplateResult =>
  html`<textarea
    id=${control}
    formcontrolname=${control}
    rows="3"
    .value=${value}
    @input=${typed(changed)}
  ></textarea>`;

const typed = (changed: (value: string) => void) => (event: Event) => {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
    changed(event.target.value);
  refresh();
};
