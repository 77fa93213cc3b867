import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { numberOf, stateClasses, touch, write, type Field, type TextField } from '../form.ts';
import { formField } from './form-field.ts';
import { openOptions, type Option } from './select-panel.ts';

interface SelectSpec {
  readonly label: string;
  readonly name?: string;
  readonly options: readonly Option[];
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
}

interface Choice {
  readonly isChosen: (option: Option) => boolean;
  readonly choose: (option: Option) => void;
  readonly stayOpen: boolean;
}

export const select = (spec: SelectSpec & { readonly field: TextField }): TemplateResult =>
  anySelect(spec, {
    isChosen: ({ value }) => value === spec.field.value,
    choose: ({ value }) => write(spec.field, value),
    stayOpen: false,
  });

/** Keeps its panel open after a choice; Escape or a click beside it closes it. */
export const multiSelect = (spec: SelectSpec & { readonly field: Field<readonly string[]> }): TemplateResult =>
  anySelect(spec, {
    isChosen: ({ value }) => spec.field.value.includes(value),
    choose: ({ value }) => write(spec.field, toggled(spec, value)),
    stayOpen: true,
  });

function toggled(
  { field, options }: SelectSpec & { readonly field: Field<readonly string[]> },
  value: string,
): readonly string[] {
  const wanted = field.value.includes(value) ? field.value.filter((one) => one !== value) : [...field.value, value];
  return options.map((option) => option.value).filter((one) => wanted.includes(one));
}

type AnySpec = SelectSpec & { readonly field: TextField | Field<readonly string[]> };

function anySelect(spec: AnySpec, choice: Choice): TemplateResult {
  const id = `mat-select-${numberOf(spec.field)}`;
  return formField({ ...spec, id, control: host(spec, choice, id) });
}

const host = (spec: AnySpec, choice: Choice, id: string): TemplateResult => {
  const open = (event: Event): void => {
    if (spec.disabled === true || !(event.currentTarget instanceof HTMLElement)) return;
    touch(spec.field);
    openOptions({ anchor: event.currentTarget, labelledBy: `${id}-label`, options: spec.options, ...choice });
  };
  const key = (event: KeyboardEvent): void => {
    if (!['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    open(event);
  };
  return html`<mat-select
    id=${id}
    class=${`mat-mdc-select ${stateClasses(spec.field)}`}
    role="combobox"
    aria-haspopup="listbox"
    aria-expanded="false"
    aria-disabled=${String(spec.disabled === true)}
    aria-labelledby=${`${id}-label ${id}-value`}
    formcontrolname=${ifDefined(spec.name)}
    tabindex=${spec.disabled === true ? -1 : 0}
    @click=${open}
    @keydown=${key}
    ><span id=${`${id}-value`} class="mat-mdc-select-value"
      >${spec.options
        .filter(choice.isChosen)
        .map(({ text }) => text)
        .join(', ')}</span
    ><span class="mat-mdc-select-arrow" aria-hidden="true"></span
  ></mat-select>`;
};
