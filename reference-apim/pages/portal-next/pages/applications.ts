import { html, type TemplateResult } from 'lit';

import { listApplications, type Application } from '../../portal/backend/applications.ts';
import { mayDo } from '../../portal/backend/session.ts';
import { picture } from '../parts/picture.ts';
import { navigate, type Page } from '../router.ts';

const card = ({ id, name, description, owner, picture: source }: Application): TemplateResult =>
  html`<app-application-card>
    ${picture(source)}
    <div>
      <div>${name}</div>
      <div><span>Owner: </span>${owner.display_name}</div>
    </div>
    <div>${description || 'Description for this application is missing.'}</div>
    <button type="button" @click=${() => void navigate(`/applications/${id}`)}>Open</button>
  </app-application-card>`;

const createButton = (): TemplateResult =>
  html`<button type="button" @click=${() => void navigate('/applications/create')}>Create</button>`;

/** The applications of the user, as cards. */
export async function applicationsPage(): Promise<Page> {
  const found = (await listApplications('page=1&size=100'))?.data ?? [];
  return {
    view: () =>
      html`<mat-card>
        <h2>Applications</h2>
        <div>
          An application represents a developer's project that interacts with the API. It acts as a means to manage
          access control to APIs via subscriptions.
        </div>
        ${mayDo('APPLICATION-C') ? createButton() : ''}
        ${found.length === 0 ? html`<p>Sorry, there are no applications yet.</p>` : found.map(card)}
      </mat-card>`,
  };
}
