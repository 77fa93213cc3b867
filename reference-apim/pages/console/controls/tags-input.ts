import { html, nothing, type TemplateResult } from 'lit';
import { numberOf, stateClasses, touch, write, type Field } from '../form.ts';
import { ligatureButton } from '../icons.ts';

interface TagsSpec {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly field: Field<readonly string[]>;
  readonly hint?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

type InputEventOf = Event & { readonly currentTarget: HTMLInputElement };

/** `gio-form-tags-input`: the label is not tied to the inner input; Enter adds a chip and so does leaving the input. */
export const tagsInput = (spec: TagsSpec): TemplateResult => {
  const error = spec.field.touched ? spec.field.error() : undefined;
  return html`<mat-form-field class=${`mat-mdc-form-field ${error === undefined ? '' : 'mat-form-field-invalid'}`}>
    <div class="mat-mdc-text-field-wrapper">
      <span class="mdc-floating-label"><mat-label>${spec.label}${spec.required === true ? ' *' : ''}</mat-label></span>
      ${host(spec)}
    </div>
    <div class="mat-mdc-form-field-subscript-wrapper">
      ${
        error !== undefined
          ? html`<mat-error>${spec.label} ${error}</mat-error>`
          : spec.hint === undefined
            ? nothing
            : html`<mat-hint>${spec.hint}</mat-hint>`
      }
    </div>
  </mat-form-field>`;
};

const host = (spec: TagsSpec): TemplateResult =>
  html`<gio-form-tags-input
    id=${`gio-form-tags-input-${numberOf(spec.field)}`}
    class=${stateClasses(spec.field)}
    formcontrolname=${spec.name}
    placeholder=${spec.placeholder}
    ><mat-chip-grid class="mat-mdc-chip-grid" role=${spec.field.value.length === 0 ? nothing : 'grid'}
      >${spec.field.value.map((value) => chip(spec, value))}<input
        class="mat-mdc-chip-input"
        placeholder=${spec.placeholder}
        autocomplete="off"
        ?disabled=${spec.disabled === true}
        @keydown=${(event: KeyboardEvent & InputEventOf) => onKey(spec, event)}
        @blur=${(event: InputEventOf) => onBlur(spec, event.currentTarget)} /></mat-chip-grid
  ></gio-form-tags-input>`;

const chip = (spec: TagsSpec, value: string): TemplateResult =>
  html`<mat-chip-row class="mat-mdc-chip mat-mdc-chip-row" role="row"
    ><span role="gridcell" class="mat-mdc-chip-label">${value}</span
    ><span role="gridcell" class="mat-mdc-chip-trailing">${ligatureButton('cancel', () => remove(spec, value))}</span>
  </mat-chip-row>`;

function onKey(spec: TagsSpec, event: KeyboardEvent & InputEventOf): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  add(spec, event.currentTarget);
}

function onBlur(spec: TagsSpec, input: HTMLInputElement): void {
  touch(spec.field);
  add(spec, input);
}

function add({ field }: TagsSpec, input: HTMLInputElement): void {
  const value = input.value.trim();
  input.value = '';
  if (value !== '' && !field.value.includes(value)) write(field, [...field.value, value]);
}

function remove({ field, disabled }: TagsSpec, value: string): void {
  if (disabled !== true)
    write(
      field,
      field.value.filter((one) => one !== value),
    );
}
