import { html, nothing, type TemplateResult } from 'lit';

import { currentUser } from '../backend/session.ts';
import type { Menu, NavigationLink } from '../page.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import { staged } from '../stage.ts';
import { footer } from './footer.ts';
import { messageBar } from './message.ts';
import { mainNavigation, userNavigation } from './navigation.ts';
import '@gravitee/ui-components/wc/gv-identity-picture';
import '@gravitee/ui-components/wc/gv-menu';
import '@gravitee/ui-components/wc/gv-nav';
import '@gravitee/ui-components/wc/gv-user-menu';

const shell: { main: NavigationLink[]; user: readonly NavigationLink[]; menu: Menu; pathname: string } = {
  main: [],
  user: [],
  menu: { links: [] },
  pathname: '',
};

/** The main navigation follows when the links of the administrator are there. */
export async function arrive(pathname: string, menu: Menu): Promise<void> {
  Object.assign(shell, { pathname, menu });
  refresh();
  shell.main = await mainNavigation(pathname);
  refresh();
}

export function userChanged(): void {
  shell.user = userNavigation();
  refresh();
}

interface Followed {
  readonly path: string;
  readonly target?: string;
}

const follow = ({ detail }: CustomEvent<Followed>): void => void navigate(detail.path);

const home = (event: Event): void => {
  event.preventDefault();
  void navigate('/');
};

const userMenu = (): TemplateResult | typeof nothing => {
  const user = currentUser();
  if (shell.pathname === '/user/login') return nothing;
  return html`<gv-user-menu .routes=${shell.user} .username=${user?.display_name}
    >${
      user === undefined
        ? nothing
        : html`<gv-identity-picture rounded .display_name=${user.display_name}></gv-identity-picture>`
    }</gv-user-menu
  >`;
};

const header = (): TemplateResult =>
  html`<header>
    <div class="bar">
      <a class="logo" href="/" title="Developer Portal" @click=${home}></a>
      <gv-nav .routes=${shell.main}></gv-nav>
      <div class="account">${userMenu()}</div>
    </div>
    <gv-menu .routes=${shell.menu.links}>${shell.menu.top?.() ?? nothing}${shell.menu.right?.() ?? nothing}</gv-menu>
    ${messageBar()}
  </header>`;

/** The whole document. Links inside gv-* components say by an event where they lead. */
export const layout = (): TemplateResult =>
  html`<div class="layout" @gv-nav:click=${follow} @gv-link:click=${follow}>
    ${header()}
    <div class="content">${staged()}</div>
    ${footer()}
  </div>`;
