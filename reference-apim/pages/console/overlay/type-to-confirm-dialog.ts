import { html } from 'lit';
import { refresh } from '../refresh.ts';
import { closeDialog, openDialog } from './dialog.ts';

interface TypedConfirmation {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** What has to be confirmed, as in "type in the name of the application". */
  readonly what: string;
  readonly expected: string;
  readonly confirm: string;
  readonly confirmed: () => void;
}

/** The button waits for the expected text, upper and lower case being the same. */
export function openTypeToConfirmDialog(asked: TypedConfirmation): void {
  const state = { typed: '' };
  const labelledBy = `${asked.id}-title`;
  const matches = (): boolean => state.typed.toLowerCase() === asked.expected.toLowerCase();
  const type = (event: InputEvent & { readonly currentTarget: HTMLInputElement }): void => {
    state.typed = event.currentTarget.value;
    refresh();
  };
  const accept = (): void => {
    closeDialog();
    asked.confirmed();
  };
  openDialog({
    id: asked.id,
    labelledBy,
    content: () =>
      html`<h2 id=${labelledBy} class="mat-mdc-dialog-title">${asked.title}</h2>
        <mat-dialog-content>
          <div class="warning-banner">This operation is irreversible.</div>
          <p>${asked.question}</p>
          <p>Please, type in the name of the ${asked.what} <code>${asked.expected}</code> to confirm.</p>
          <mat-form-field class="mat-mdc-form-field">
            <div class="mat-mdc-text-field-wrapper">
              <label class="mdc-floating-label" for="confirm-input"><mat-label>Confirm</mat-label></label>
              <input
                id="confirm-input"
                class="mat-mdc-input-element"
                type="text"
                data-testid="confirm-input-dialog"
                placeholder=${asked.expected}
                @input=${type}
              />
            </div>
          </mat-form-field>
        </mat-dialog-content>
        <mat-dialog-actions>
          <button
            type="button"
            class="mat-mdc-unelevated-button mat-warn"
            data-testid="confirm-dialog"
            ?disabled=${!matches()}
            @click=${accept}
          >
            ${asked.confirm}
          </button>
          <button type="button" class="mat-mdc-button" @click=${closeDialog}>Cancel</button>
        </mat-dialog-actions>`,
  });
}
