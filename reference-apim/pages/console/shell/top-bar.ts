import { html, nothing, type TemplateResult } from 'lit';
import { env, hrid, org, session } from '../backend/session.ts';
import { icon } from '../icons.ts';
import { navigate } from '../router.ts';
import { openUserMenu } from './user-menu.ts';

/** The word under the mark tells screenshots of this stand-in from those of the product; it is no text of the page. */
const mark = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 118 28" font-family="sans-serif">
    <path d="M14 4a10 10 0 1 0 10 10h-9" fill="none" stroke="#ff8a5c" stroke-width="3"/>
    <text x="32" y="18" font-size="13" fill="#c9c6de">reference</text></svg>`,
)}`;

export const topBar = (): TemplateResult =>
  html`<gio-top-bar class="top-bar">
    <button type="button" class="logo" @click=${() => navigate(`/${hrid()}/home`)}>
      <img alt="Gravitee" src=${mark} height="28" />
    </button>
    <span class="product">API Management</span>
    <span class="spacer"></span>
    ${
      session.environment?.portalUrl === undefined
        ? nothing
        : html`<a class="portal-link" href=${`${env()}/portal/redirect`} target="_blank">Developer Portal</a>`
    }
    <button type="button" class="mat-mdc-icon-button" aria-label="Display contextual documentation">
      ${icon('help')}
    </button>
    <button type="button" class="mat-mdc-icon-button" aria-label="Open notifications">${icon('bell')}</button>
    <button
      type="button"
      class="mat-mdc-icon-button user"
      data-testid="top-nav-user-menu-button"
      @click=${openUserMenu}
    >
      <img class="user-picture" src=${`${org()}/user/avatar?${session.user?.id ?? ''}`} @error=${forgetPicture} />
    </button>
  </gio-top-bar>`;

function forgetPicture(event: Event): void {
  if (event.currentTarget instanceof HTMLImageElement) event.currentTarget.classList.add('missing');
}
