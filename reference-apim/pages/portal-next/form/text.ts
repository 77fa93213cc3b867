import { html, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

export interface TextField {
  label: string;
  control: string;
  value: string;
  changed: (value: string) => void;
  type?: 'text' | 'password';
}

/** One line of text with its label. */
export const textField = ({ label, control, value, changed, type = 'text' }: TextField): TemplateResult => {
  const typed = (event: Event) => {
    if (event.target instanceof HTMLInputElement) changed(event.target.value);
    refresh();
  };
  return html`<label
    >${label} <input formcontrolname=${control} data-testid=${control} type=${type} .value=${value} @input=${typed}
  /></label>`;
};
