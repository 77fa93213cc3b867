import { html, type TemplateResult } from 'lit';
import type { ApplicationsPage } from '../backend/applications.ts';
import { hrid } from '../backend/session.ts';
import { avatar, icon } from '../icons.ts';
import { navigate } from '../router.ts';

type Listed = ApplicationsPage['data'][number];

const typeTexts: Readonly<Record<string, string>> = {
  SIMPLE: 'Simple',
  BROWSER: 'Browser',
  WEB: 'Web',
  NATIVE: 'Native',
  BACKEND_TO_BACKEND: 'Backend to backend',
};

/** `undefined` while the page is still loading. */
export const applicationsTable = (applications: readonly Listed[] | undefined): TemplateResult =>
  html`<table id="applicationsTable" aria-label="Application table" class="mat-mdc-table">
    <thead>
      <tr>
        <th></th>
        <th><button type="button" class="sort-header">Name</button></th>
        <th>Type</th>
        <th>Owner</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${rows(applications)}
    </tbody>
  </table>`;

function rows(applications: readonly Listed[] | undefined): TemplateResult | TemplateResult[] {
  if (applications === undefined) return message('Loading...');
  if (applications.length === 0) return message('There is no application (yet).');
  return applications.map(row);
}

const message = (text: string): TemplateResult =>
  html`<tr>
    <td class="muted" colspan="5">${text}</td>
  </tr>`;

const row = (application: Listed): TemplateResult => {
  const path = `/${hrid()}/applications/${application.id}`;
  return html`<tr>
    <td>${avatar(application.name)}</td>
    <td><a href=${`#!${path}`}>${application.name}</a></td>
    <td>${typeTexts[application.type] ?? application.type}</td>
    <td>${application.owner.displayName}</td>
    <td class="row-actions">
      <button
        type="button"
        class="mat-mdc-icon-button"
        aria-label="Button to edit an application"
        @click=${() => navigate(path)}
      >
        ${icon('edit')}
      </button>
    </td>
  </tr>`;
};
