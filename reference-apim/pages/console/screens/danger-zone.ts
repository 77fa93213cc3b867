import { html, type TemplateResult } from 'lit';
import { deleteApplication, type Application } from '../backend/applications.ts';
import { hrid } from '../backend/session.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import { openTypeToConfirmDialog } from '../overlay/type-to-confirm-dialog.ts';
import { navigate } from '../router.ts';

export const dangerZone = (application: Application): TemplateResult =>
  html`<mat-card class="mat-mdc-card danger-card">
    <h3>Danger Zone</h3>
    <div class="danger-row">
      <span>Delete this Application.</span>
      <button type="button" class="mat-mdc-outlined-button mat-warn" @click=${() => askToDelete(application)}>
        Delete
      </button>
    </div>
  </mat-card>`;

const askToDelete = ({ id, name }: Application): void =>
  openTypeToConfirmDialog({
    id: 'applicationDeleteDialog',
    title: 'Delete Application',
    question: 'Are you sure you want to delete the Application?',
    what: 'application',
    expected: name,
    confirm: 'Yes, delete it',
    confirmed: () => void remove(id),
  });

async function remove(id: string): Promise<void> {
  if (!(await deleteApplication(id))) return;
  showSuccess('The Application has been deleted.');
  navigate(`/${hrid()}/applications`);
}
