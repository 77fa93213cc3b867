import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

interface Chips {
  readonly label: string;
  readonly values: readonly string[];
  readonly changed: (values: readonly string[]) => void;
  /** What the button in a chip is called. */
  readonly removes: (value: string) => string;
  readonly hint: string;
  readonly placeholder?: string;
  readonly testId?: string;
}

/** `mat-chip-grid`: Enter and leaving the field take over what was typed. */
export const chips = (spec: Chips): TemplateResult => {
  const id = 'redirect-uri-input';
  return html`<mat-form-field>
    <label for=${id}>${spec.label}</label>
    <mat-chip-grid
      aria-label=${spec.label}
      role=${spec.values.length === 0 ? nothing : 'grid'}
      data-testid=${spec.testId ?? nothing}
      >${spec.values.map((value) => chip(spec, value))}<input
        id=${id}
        placeholder=${spec.placeholder ?? nothing}
        aria-invalid=${spec.values.length === 0 ? 'true' : 'false'}
        @keydown=${(event: KeyboardEvent) => onKey(spec, event)}
        @blur=${(event: Event) => add(spec, event)}
    /></mat-chip-grid>
    <mat-hint>${spec.hint}</mat-hint>
  </mat-form-field>`;
};

const chip = (spec: Chips, value: string): TemplateResult =>
  html`<mat-chip-row role="row"
    ><span role="gridcell"><span class="mdc-evolution-chip__text-label">${value}</span></span
    ><span role="gridcell"
      ><button type="button" aria-label=${spec.removes(value)} @click=${() => remove(spec, value)}>
        <mat-icon aria-hidden="true">cancel</mat-icon>
      </button></span
    ></mat-chip-row
  >`;

function onKey(spec: Chips, event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  add(spec, event);
}

function add({ values, changed }: Chips, { target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return;
  const value = target.value.trim();
  target.value = '';
  if (value !== '' && !values.includes(value)) changed([...values, value]);
  refresh();
}

function remove({ values, changed }: Chips, value: string): void {
  changed(values.filter((one) => one !== value));
  refresh();
}
