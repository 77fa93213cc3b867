import { html, nothing, type TemplateResult } from 'lit';

import { listApplications, type ApplicationList } from '../backend/applications.ts';
import { currentUser } from '../backend/session.ts';
import type { Page } from '../page.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import { mayCreateApplications, openCreation } from '../shell/create-button.ts';
import { applicationCards } from './application-cards.ts';
import { emptyMessage } from './empty.ts';
import '@gravitee/ui-components/wc/gv-button';

const createLink = (text: string): TemplateResult | typeof nothing =>
  mayCreateApplications()
    ? html`<gv-button primary href="/applications/creation/" @gv-button:click=${openCreation}>${text}</gv-button>`
    : nothing;

const applications = ({ data }: ApplicationList): TemplateResult =>
  data.length === 0
    ? emptyMessage(createLink('Create my first application'))
    : html`<h3>Your applications</h3>
        ${applicationCards(data)}
        <div class="actions">
          ${createLink('Create an application')}
          <gv-button href="/applications/" @gv-button:click=${() => void navigate('/applications')}
            >See your applications</gv-button
          >
        </div>`;

export function dashboardPage(): Page {
  const dashboard: { list: ApplicationList | undefined } = { list: undefined };
  void listApplications('size=3&order=-nbSubscriptions').then((list) => {
    dashboard.list = list;
    refresh();
  });
  return {
    view: () =>
      html`<app-dashboard>
        <h1>Welcome ${currentUser()?.display_name},</h1>
        ${dashboard.list === undefined ? nothing : applications(dashboard.list)}
      </app-dashboard>`,
  };
}
