import { html } from 'lit';

import { currentUser } from '../portal/backend/session.ts';
import { navigate } from './router.ts';

const button = (title: string, path: string) => html`<button @click=${() => void navigate(path)}>${title}</button>`;

/** The bar on every page. The avatar shows the first letter of the user. */
export const header = () =>
  html`<header>
    <a href="./" aria-label="Company logo">Portal</a>
    ${button('Catalog', '/catalog')} ${button('Guides', '/guides')}
    <span class="space"></span>
    ${
      currentUser() === undefined
        ? button('Sign in', '/log-in')
        : html`<button class="user-avatar" @click=${() => void navigate('/applications')}>
            ${currentUser()?.display_name.slice(0, 1)}
          </button>`
    }
  </header>`;
