import { html, nothing, type TemplateResult } from 'lit';
import type { FieldState } from '../form.ts';

interface FormFieldSpec {
  readonly label: string;
  readonly id: string;
  readonly field: FieldState;
  readonly control: TemplateResult;
  readonly required?: boolean;
  readonly hint?: string | TemplateResult;
  readonly suffix?: TemplateResult;
}

/** `mat-form-field`: label, control, suffix, and below them the hint or, once touched, what is wrong. */
export const formField = (spec: FormFieldSpec): TemplateResult => {
  const error = spec.field.touched ? spec.field.error() : undefined;
  return html`<mat-form-field class=${`mat-mdc-form-field ${error === undefined ? '' : 'mat-form-field-invalid'}`}>
    <div class="mat-mdc-text-field-wrapper">
      <label id=${`${spec.id}-label`} class="mdc-floating-label" for=${spec.id}
        ><mat-label>${spec.label}</mat-label>${
          spec.required === true
            ? html`<span aria-hidden="true" class="mat-mdc-form-field-required-marker"></span>`
            : nothing
        }</label
      >
      <div class="mat-mdc-form-field-infix">${spec.control}${spec.suffix ?? nothing}</div>
    </div>
    <div class="mat-mdc-form-field-subscript-wrapper">
      ${
        error === undefined
          ? spec.hint === undefined
            ? nothing
            : html`<mat-hint>${spec.hint}</mat-hint>`
          : html`<mat-error>${spec.label} ${error}</mat-error>`
      }
    </div>
  </mat-form-field>`;
};
