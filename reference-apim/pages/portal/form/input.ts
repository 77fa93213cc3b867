import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../refresh.ts';
import { textOf } from './event-value.ts';
import '@gravitee/ui-components/wc/gv-input';

export interface Field {
  readonly control: string;
  readonly label?: string;
  /** Name of the native control. */
  readonly name?: string;
  readonly placeholder?: string;
  readonly type?: 'password';
  readonly required?: boolean;
  readonly autofocus?: boolean;
  /** With a button that copies the value. */
  readonly clipboard?: boolean;
  readonly iconLeft?: string;
  /** The native input stands in the light DOM. */
  readonly slotted?: boolean;
  readonly value: string;
  readonly changed: (value: string) => void;
}

/** The visible label is not linked to the native input; its accessible name is the title that the component gives it. */
export const input = (field: Field): TemplateResult =>
  html`<gv-input
    formcontrolname=${field.control}
    name=${field.name ?? nothing}
    label=${field.label ?? nothing}
    placeholder=${field.placeholder ?? nothing}
    type=${field.type ?? nothing}
    icon-left=${field.iconLeft ?? nothing}
    ?required=${field.required}
    ?autofocus=${field.autofocus}
    ?clipboard=${field.clipboard}
    .value=${field.value}
    @gv-input:input=${(event: Event) => {
      field.changed(textOf(event));
      refresh();
    }}
    >${field.slotted === true ? html`<input />` : nothing}</gv-input
  >`;
