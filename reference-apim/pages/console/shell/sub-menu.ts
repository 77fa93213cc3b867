import { html, nothing, type TemplateResult } from 'lit';
import { currentAddress } from '../router.ts';

export interface MenuGroup {
  readonly title?: string;
  readonly links: readonly (readonly [text: string, path: string])[];
}

export const subMenu = (title: string | undefined, base: string, groups: readonly MenuGroup[]): TemplateResult =>
  html`<gio-submenu class="sub-menu">
    ${title === undefined ? nothing : html`<div class="sub-menu__title">${title}</div>`}
    ${groups.map((group) => groupOf(base, group))}
  </gio-submenu>`;

const groupOf = (base: string, { title, links }: MenuGroup): TemplateResult =>
  html`${title === undefined ? nothing : html`<div class="sub-menu__group">${title}</div>`}
  ${links.map(([text, path]) => {
    const target = `${base}/${path}`;
    const active = currentAddress().path.startsWith(target);
    return html`<a href=${`#!${target}`} class=${active ? 'active' : ''}
      ><gio-submenu-item>${text}</gio-submenu-item></a
    >`;
  })}`;
