import { html, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';

export const copyButton = (text: string): TemplateResult =>
  html`<button
    type="button"
    class="mat-mdc-icon-button"
    aria-label="Copy to clipboard"
    @click=${() => void navigator.clipboard.writeText(text)}
  >
    ${icon('copy')}
  </button>`;
