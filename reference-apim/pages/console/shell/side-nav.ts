import { html, type TemplateResult } from 'lit';
import { hrid, session } from '../backend/session.ts';
import { icon } from '../icons.ts';
import { currentAddress } from '../router.ts';

interface Item {
  readonly text: string;
  readonly path: string;
  readonly icon: string;
}

const environmentItems: readonly Item[] = [
  { text: 'Dashboard', path: 'home', icon: 'home' },
  { text: 'APIs', path: 'apis', icon: 'upload' },
  { text: 'Integrations', path: 'integrations', icon: 'nodes' },
  { text: 'Applications', path: 'applications', icon: 'apps' },
  { text: 'Gateways', path: 'gateways', icon: 'nodes' },
  { text: 'Kafka Clusters', path: 'clusters', icon: 'nodes' },
  { text: 'Audit', path: 'audit', icon: 'eye' },
  { text: 'Analytics', path: 'analytics/dashboard', icon: 'chart' },
  { text: 'Alerts', path: 'alerts', icon: 'bell' },
  { text: 'Settings', path: 'settings', icon: 'settings' },
];

export const sideNav = (): TemplateResult =>
  html`<gio-menu class="side-nav">
    <div class="environment">
      <span class="environment__label" id="environment-label">Environment</span>
      <mat-select
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded="false"
        aria-labelledby="environment-name"
        tabindex="0"
        ><span id="environment-name">${session.environment?.name}</span></mat-select
      >
    </div>
    <input class="side-search" type="text" role="combobox" aria-expanded="false" placeholder="Search..." />
    <div class="side-nav__items">${environmentItems.map((item) => link(item, `/${hrid()}/${item.path}`))}</div>
    <div class="side-nav__foot">
      ${link({ text: 'Organization', path: '', icon: 'nodes' }, '/_organization')}
      <div class="collapse">${icon('collapse')} Collapse menu</div>
    </div>
  </gio-menu>`;

const link = (item: Item, path: string): TemplateResult => {
  const active = currentAddress().path.startsWith(path);
  return html`<a href=${`#!${path}`} class=${active ? 'active' : ''}
    ><gio-menu-item class="gio-menu__item">${icon(item.icon)}<span>${item.text}</span></gio-menu-item></a
  >`;
};
