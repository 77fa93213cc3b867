import { html, type TemplateResult } from 'lit';

interface RadioGroupSpec {
  readonly name: string;
  readonly controlName?: string;
  /** Name of the native group, one for each radio group of a page. */
  readonly group: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string | null;
  readonly choose: (value: string) => void;
}

export const radioGroup = (spec: RadioGroupSpec): TemplateResult =>
  html`<mat-radio-group role="radiogroup" aria-label=${spec.name} formcontrolname=${spec.controlName ?? 'radio'}>
    ${spec.options.map(
      ({ value, text }) =>
        html`<mat-radio-button class="mat-mdc-radio-button">
          <input
            id=${`${spec.group}-${value}`}
            type="radio"
            name=${spec.group}
            value=${value}
            .checked=${value === spec.value}
            @change=${() => spec.choose(value)}
          />
          <label for=${`${spec.group}-${value}`}>${text}</label>
        </mat-radio-button>`,
    )}
  </mat-radio-group>`;
