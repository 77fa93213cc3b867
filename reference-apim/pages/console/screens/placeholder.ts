import { html } from 'lit';
import { settingsMenu } from '../shell/settings-menu.ts';
import type { OpenScreen } from '../screen.ts';

/** A page of the product that dynamic client registration does not touch. */
export const placeholderScreen: OpenScreen = ({ address }) => ({
  view: () =>
    html`<mat-card class="mat-mdc-card">
      <h2>Not part of the stand-in</h2>
      <p class="muted">The product has a page here; client registration does not need it.</p>
    </mat-card>`,
  ...(address.path.includes('/settings/') ? { menu: settingsMenu } : {}),
});
