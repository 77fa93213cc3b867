import { html, nothing, type TemplateResult } from 'lit';

import { currentUser } from '../portal/backend/session.ts';
import { navigationItems, type NavigationItem } from './navigation.ts';
import { logo } from './parts/picture.ts';
import { address, navigate } from './router.ts';

const button = (title: string, path: string): TemplateResult =>
  html`<button type="button" @click=${() => void navigate(path)}>${title}</button>`;

const companyTitle = (): TemplateResult =>
  html`<app-company-title
    ><a href=${address('/')}><img alt="Company logo" src=${logo} /></a
  ></app-company-title>`;

const item = ({ type, title, url }: NavigationItem): TemplateResult =>
  type === 'LINK'
    ? html`<a href=${url ?? nothing} target="_blank"
        >${title}<span class="visually-hidden"> (opens in new tab)</span></a
      >`
    : button(title, '/documentation');

/** The avatar shows the first letter of the user. */
const user = (): TemplateResult => {
  const name = currentUser()?.display_name;
  return name === undefined
    ? button('Sign in', '/log-in')
    : html`<button type="button" class="user-avatar" @click=${() => void navigate('/applications')}>
        ${name.slice(0, 1)}
      </button>`;
};

/** The bar on every page. */
export const header = (): TemplateResult =>
  html`<app-nav-bar>
    ${companyTitle()} ${button('Catalog', '/catalog')} ${navigationItems().map(item)}
    <span class="space"></span>
    ${user()}
  </app-nav-bar>`;

export const footer = (): TemplateResult =>
  html`<app-footer>
    ${companyTitle()}
    <p>© ${new Date().getFullYear()}. All rights reserved.</p>
  </app-footer>`;
