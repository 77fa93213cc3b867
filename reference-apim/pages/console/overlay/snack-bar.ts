import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { refresh } from '../refresh.ts';

interface Message {
  readonly kind: 'success' | 'error';
  readonly text: string;
}

const shown: { message: Message | undefined } = { message: undefined };

function show(message: Message): void {
  shown.message = message;
  refresh();
}

function close(message: Message): void {
  if (shown.message !== message) return;
  shown.message = undefined;
  refresh();
}

/** Gone after three seconds. A new message replaces the one that is shown. */
export function showSuccess(text: string): void {
  const message: Message = { kind: 'success', text };
  show(message);
  setTimeout(() => close(message), 3_000);
}

/** Stays until somebody closes it. */
export const showError = (text: string): void => show({ kind: 'error', text });

export function snackBar(): TemplateResult | typeof nothing {
  const { message } = shown;
  if (message === undefined) return nothing;
  return html`<div class="snack-bar-pane">
    ${keyed(
      message,
      html`<mat-snack-bar-container class=${`mat-mdc-snack-bar-container gio-snack-bar-${message.kind}`}>
        <div class="mdc-snackbar__label" aria-live=${message.kind === 'error' ? 'assertive' : 'polite'}>
          ${message.text}
        </div>
        ${
          message.kind === 'error'
            ? html`<button type="button" class="mat-mdc-button" @click=${() => close(message)}>Close</button>`
            : nothing
        }
      </mat-snack-bar-container>`,
    )}
  </div>`;
}
