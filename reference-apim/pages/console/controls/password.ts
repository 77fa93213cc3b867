import { html, type TemplateResult } from 'lit';
import type { TextField } from '../form.ts';
import { icon } from '../icons.ts';
import { refresh } from '../refresh.ts';
import { textInput, type InputSpec } from './input.ts';

const readable = new WeakSet<TextField>();

function toggle(field: TextField): void {
  if (!readable.delete(field)) readable.add(field);
  refresh();
}

/** A password with an eye button; the button is called "Hide password" in both states (APIM 4.9 and later). */
export const passwordWithEye = (spec: Omit<InputSpec, 'type' | 'suffix'>): TemplateResult =>
  textInput({
    ...spec,
    type: readable.has(spec.field) ? 'text' : 'password',
    suffix: html`<button
      type="button"
      class="mat-mdc-icon-button"
      aria-label="Hide password"
      @click=${() => toggle(spec.field)}
    >
      ${icon('eye')}
    </button>`,
  });
