import { html, nothing, type TemplateResult } from 'lit';
import { refresh } from '../refresh.ts';

interface Dialog {
  readonly id: string;
  /** Id of the heading that names the dialog. */
  readonly labelledBy?: string;
  readonly content: () => TemplateResult;
}

const open: { dialog: Dialog | undefined } = { dialog: undefined };

export function openDialog(dialog: Dialog): void {
  open.dialog = dialog;
  refresh();
  queueMicrotask(() => document.getElementById(dialog.id)?.focus());
}

export function closeDialog(): void {
  open.dialog = undefined;
  refresh();
}

export const isDialogOpen = (): boolean => open.dialog !== undefined;

export function dialog(): TemplateResult | typeof nothing {
  if (open.dialog === undefined) return nothing;
  const { id, labelledBy, content } = open.dialog;
  return html`<div class="cdk-overlay-backdrop cdk-overlay-dark-backdrop" @click=${closeDialog}></div>
    <div class="cdk-overlay-pane dialog-pane">
      <mat-dialog-container
        id=${id}
        class="mat-mdc-dialog-container"
        role="alertdialog"
        aria-modal="true"
        tabindex="-1"
        aria-labelledby=${labelledBy ?? nothing}
        >${content()}</mat-dialog-container
      >
    </div>`;
}

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isDialogOpen()) closeDialog();
});
