import { html, type TemplateResult } from 'lit';

import type { Application } from '../backend/applications.ts';
import '@gravitee/ui-components/wc/gv-header';

/** In the top slot of the menu of an application; its picture is the identicon. */
export const applicationHeader = ({ name, applicationType, owner }: Application): TemplateResult =>
  html`<app-gv-header-item slot="top"
    ><gv-header .item=${itemOf(name, applicationType, owner.display_name)}></gv-header
  ></app-gv-header-item>`;

const shown = new Map<string, object>();

/** The component takes a new object for a new application and shows its skeleton, so equal applications are one object. */
function itemOf(name: string, applicationType: string, owner: string): object {
  const key = JSON.stringify([name, applicationType, owner]);
  const item = shown.get(key) ?? { name, applicationType, owner: { display_name: owner } };
  shown.set(key, item);
  return item;
}
