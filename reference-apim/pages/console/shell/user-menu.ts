import { html } from 'lit';
import { session, signOut } from '../backend/session.ts';
import { closePopup, openPopup } from '../overlay/popup.ts';
import { navigate } from '../router.ts';

async function leave(): Promise<void> {
  closePopup();
  await signOut();
  navigate('/_login');
}

export function openUserMenu(event: Event): void {
  if (!(event.currentTarget instanceof Element)) return;
  openPopup(
    event.currentTarget,
    'own',
    () =>
      html`<div class="mat-mdc-menu-panel" role="menu">
        <div class="menu-title" role="presentation">${session.user?.displayName}</div>
        <button type="button" role="menuitem" class="mat-mdc-menu-item" @click=${() => void leave()}>Sign Out</button>
      </div>`,
  );
}
