import { html, type TemplateResult } from 'lit';

import { removeApplication } from '../../portal/backend/applications.ts';
import { closeOverlay, openOverlay } from '../parts/overlay.ts';
import { navigate } from '../router.ts';

async function remove(id: string): Promise<void> {
  closeOverlay();
  if (await removeApplication(id)) await navigate('/applications');
}

const question = (id: string): TemplateResult =>
  html`<mat-dialog-container id="confirmDialog" role="alertdialog" aria-labelledby="confirmDialog-title">
    <h2 id="confirmDialog-title">Delete application</h2>
    <p>All your subscriptions will be closed. Are you sure you want to delete this application?</p>
    <button type="button" @click=${closeOverlay}>Cancel</button>
    <button type="button" data-testid="delete-confirm-dialog" @click=${() => void remove(id)}>Delete</button>
  </mat-dialog-container>`;

export const deleteButton = (id: string): TemplateResult =>
  html`<button
    type="button"
    aria-label="Delete application"
    @click=${() => openOverlay({ content: () => question(id), isModal: true })}
  >
    Delete application
  </button>`;
