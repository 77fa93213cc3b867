import { html, type TemplateResult } from 'lit';

import type { Application } from '../backend/applications.ts';
import { navigate } from '../router.ts';
import '@gravitee/ui-components/wc/gv-card-list';

const cards = new WeakMap<readonly Application[], object[]>();

/** What the cards show; without the links to pictures they show the identicon. One array a list, for the component compares it. */
function cardsOf(applications: readonly Application[]): object[] {
  const made =
    cards.get(applications) ??
    applications.map(({ id, name, description, applicationType, owner }) => ({
      item: { id, name, description, applicationType, owner },
    }));
  cards.set(applications, made);
  return made;
}

export const applicationCards = (applications: readonly Application[]): TemplateResult =>
  html`<gv-card-list
    .items=${cardsOf(applications)}
    @gv-card-full:click=${({ detail }: CustomEvent<{ id: string }>) => void navigate(`/applications/${detail.id}`)}
  ></gv-card-list>`;
