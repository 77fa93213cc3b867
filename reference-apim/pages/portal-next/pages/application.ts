import { html, type TemplateResult } from 'lit';

import { definitionPermissions, readApplication, type Application } from '../../portal/backend/applications.ts';
import { typeOfApplication } from '../../portal/backend/application-types.ts';
import { failures } from '../failures.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { picture } from '../parts/picture.ts';
import { address, navigate, type Page } from '../router.ts';
import { logsTab } from './logs.ts';
import { settingsTab } from './settings.ts';

const tabs = { logs: 'Analytics & Logs', settings: 'Settings' } as const;
type Tab = keyof typeof tabs;

const tabLink = (id: string, tab: Tab, open: Tab): TemplateResult => {
  const path = `/applications/${id}/${tab}`;
  const click = (event: Event) => {
    event.preventDefault();
    void navigate(path);
  };
  return html`<a role="tab" href=${address(path)} aria-selected=${tab === open ? 'true' : 'false'} @click=${click}
    >${tabs[tab]}</a
  >`;
};

const description = (text: string): TemplateResult =>
  html`<app-banner>
    <mat-icon role="img" aria-label="Light-bulb icon">lightbulb</mat-icon>
    <div>${text}</div>
  </app-banner>`;

/** An application with its two tabs. */
const around = (application: Application, open: Tab, content: TemplateResult): TemplateResult =>
  html`${breadcrumb(application.name)}
    <mat-card>
      ${picture(application.picture)}
      <div>${application.name}</div>
      <div><span>Owner: </span>${application.owner.display_name}</div>
      ${application.description ? description(application.description) : ''}
      <nav role="tablist">${(['logs', 'settings'] as const).map((tab) => tabLink(application.id, tab, open))}</nav>
      <div role="tabpanel" aria-label=${tabs[open]}>${content}</div>
    </mat-card>`;

const unreadable = (): Page => ({
  view: () => html`<p class="error">${failures.newest?.message ?? 'The application cannot be shown.'}</p>`,
});

export async function logsPage(id: string): Promise<Page> {
  const application = await readApplication(id);
  if (application === undefined) return unreadable();
  return { view: () => around(application, 'logs', logsTab()) };
}

/** What may be edited is a form at once; what may not is shown. */
export async function settingsPage(id: string): Promise<Page> {
  const application = await readApplication(id);
  const type = application && (await typeOfApplication(id));
  if (application === undefined || type === undefined) return unreadable();
  const tab = settingsTab(application, type, await definitionPermissions(id));
  return { view: () => around(application, 'settings', tab()) };
}
