import { html, type TemplateResult } from 'lit';
import { closeDialog, openDialog } from './dialog.ts';

interface Confirmation {
  readonly id: string;
  readonly title: string;
  readonly content: TemplateResult;
  readonly confirm: string;
  readonly confirmed: () => void;
}

export function openConfirmDialog({ id, title, content, confirm, confirmed }: Confirmation): void {
  const labelledBy = `${id}-title`;
  const accept = (): void => {
    closeDialog();
    confirmed();
  };
  openDialog({
    id,
    labelledBy,
    content: () =>
      html`<h2 id=${labelledBy} class="mat-mdc-dialog-title">${title}</h2>
        <mat-dialog-content>${content}</mat-dialog-content>
        <mat-dialog-actions>
          <button type="button" class="mat-mdc-button" @click=${closeDialog}>Cancel</button>
          <button type="button" class="mat-mdc-button mat-warn" data-testid="confirm-dialog" @click=${accept}>
            ${confirm}
          </button>
        </mat-dialog-actions>`,
  });
}
