import { html } from 'lit';
import { hrid } from '../backend/session.ts';
import type { OpenScreen } from '../screen.ts';

const tabs = [
  { id: 'overview', text: 'Overview' },
  { id: 'apiHealthCheck', text: 'API Health-check' },
  { id: 'tasks', text: 'Tasks' },
] as const;

export const homeScreen: OpenScreen = () => ({
  view: () =>
    html`<h1>Dashboard</h1>
      <nav class="mat-mdc-tab-nav-bar" aria-label="Dashboard tabs">
        ${tabs.map(
          ({ id, text }, index) =>
            html`<a
              class=${`mat-mdc-tab-link ${index === 0 ? 'active' : ''}`}
              data-testid=${`home-tab-${id}`}
              href=${`#!/${hrid()}/home/overview`}
              >${text}</a
            >`,
        )}
      </nav>
      <mat-card class="mat-mdc-card">
        <h3>Overview</h3>
        <p class="muted">There is no traffic to show.</p>
      </mat-card>`,
});
