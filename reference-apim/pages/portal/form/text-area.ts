import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../refresh.ts';
import { textOf } from './event-value.ts';
import '@gravitee/ui-components/wc/gv-text';

export interface TextArea {
  readonly control: string;
  readonly label: string;
  readonly id?: string;
  /** Name of the native control. */
  readonly name?: string;
  readonly placeholder: string;
  readonly rows?: number;
  readonly required?: boolean;
  readonly value: string;
  readonly changed: (value: string) => void;
}

export const textArea = (field: TextArea): TemplateResult =>
  html`<gv-text
    formcontrolname=${field.control}
    id=${field.id ?? nothing}
    name=${field.name ?? nothing}
    label=${field.label}
    placeholder=${field.placeholder}
    rows=${field.rows ?? nothing}
    ?required=${field.required}
    .value=${field.value}
    @gv-text:input=${(event: Event) => {
      field.changed(textOf(event));
      refresh();
    }}
  ></gv-text>`;
