import { html } from 'lit';
import { icon } from '../icons.ts';
import { closeDialog, openDialog } from './dialog.ts';

const trial =
  'https://gravitee.io/self-hosted-trial?utm_source=oss_apim&utm_medium=apim-dcr-registration&utm_campaign=oss_apim_to_ee_apim';

/** Shown in place of the provider form when the licence lacks `apim-dcr-registration` (APIM 4.0 and later). */
export function openLicenseDialog(): void {
  openDialog({
    id: 'gioLicenseDialog',
    content: () =>
      html`<button type="button" class="mat-mdc-icon-button dialog-close" aria-label="Close" @click=${closeDialog}>
          ${icon('close')}
        </button>
        <svg class="license-picture" role="img" aria-label="Unlock Gravitee Enterprise" viewBox="0 0 24 24">
          <path d="M6 11h12v8H6zM9 11V8a3 3 0 0 1 6 0"></path>
        </svg>
        <h2 class="mat-mdc-dialog-title">Unlock Gravitee Enterprise</h2>
        <mat-dialog-content>
          Dynamic Client Registration (DCR) Provider is part of Gravitee Enterprise. DCR enhances your API's security by
          seamlessly integrating OAuth 2.0 and OpenID Connect.
        </mat-dialog-content>
        <mat-dialog-actions>
          <a class="mat-mdc-unelevated-button" href=${trial} target="_blank">Request an enterprise license</a>
          <span class="muted">14 days trial</span>
        </mat-dialog-actions>`,
  });
}
