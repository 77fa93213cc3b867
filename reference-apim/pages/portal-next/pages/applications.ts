import { html } from 'lit';

import { listApplications, type Application } from '../../portal/backend/applications.ts';
import { mayDo } from '../../portal/backend/session.ts';
import { navigate, type Page } from '../router.ts';

const card = ({ id, name, description, owner }: Application) =>
  html`<app-application-card>
    <div>
      <div>${name}</div>
      <div>Owner: ${owner.display_name}</div>
      <p>${description}</p>
    </div>
    <button @click=${() => void navigate(`/applications/${id}/settings`)}>Open</button>
  </app-application-card>`;

/** The applications of the user, as cards. */
export async function applicationsPage(): Promise<Page> {
  const found = (await listApplications('page=1&size=100'))?.data ?? [];
  return {
    view: () =>
      html`<h2>Applications</h2>
        <p>An application represents a project of a developer that uses APIs.</p>
        ${
          mayDo('APPLICATION-C')
            ? html`<button @click=${() => void navigate('/applications/create')}>Create</button>`
            : ''
        }
        ${found.length === 0 ? html`<p>There is no application yet.</p>` : found.map(card)}`,
  };
}
