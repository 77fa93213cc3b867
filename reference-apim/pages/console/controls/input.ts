import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { numberOf, stateClasses, touch, write, type TextField } from '../form.ts';
import { formField } from './form-field.ts';

export interface InputSpec {
  readonly label: string;
  /** Form control name. */
  readonly name: string;
  readonly field: TextField;
  readonly type?: 'text' | 'url' | 'password' | undefined;
  readonly lines?: number;
  readonly id?: string;
  readonly testId?: string;
  readonly hint?: string | TemplateResult;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly disabled?: boolean;
  readonly suffix?: TemplateResult;
}

type Typed = Event & { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

export const textInput = (spec: InputSpec): TemplateResult => {
  const id = spec.id ?? `mat-input-${numberOf(spec.field)}`;
  return formField({ ...spec, id, control: spec.lines === undefined ? singleLine(spec, id) : lines(spec, id) });
};

const singleLine = (spec: InputSpec, id: string): TemplateResult =>
  html`<input
    id=${id}
    class=${`mat-mdc-input-element ${stateClasses(spec.field)}`}
    type=${spec.type ?? 'text'}
    formcontrolname=${spec.name}
    data-testid=${ifDefined(spec.testId)}
    placeholder=${spec.placeholder ?? nothing}
    autocomplete="off"
    aria-required=${spec.required === true ? 'true' : 'false'}
    ?required=${spec.required === true}
    ?readonly=${spec.readonly === true}
    ?disabled=${spec.disabled === true}
    .value=${live(spec.field.value ?? '')}
    @input=${(event: Typed) => write(spec.field, event.currentTarget.value)}
    @blur=${() => touch(spec.field)}
  />`;

const lines = (spec: InputSpec, id: string): TemplateResult =>
  html`<textarea
    id=${id}
    class=${`mat-mdc-input-element ${stateClasses(spec.field)}`}
    formcontrolname=${spec.name}
    data-testid=${ifDefined(spec.testId)}
    placeholder=${spec.placeholder ?? nothing}
    rows=${spec.lines ?? 2}
    ?readonly=${spec.readonly === true}
    ?disabled=${spec.disabled === true}
    .value=${live(spec.field.value ?? '')}
    @input=${(event: Typed) => write(spec.field, event.currentTarget.value)}
    @blur=${() => touch(spec.field)}
  ></textarea>`;
