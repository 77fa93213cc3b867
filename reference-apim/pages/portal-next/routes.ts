import { html } from 'lit';

import { applicationsPage } from './pages/applications.ts';
import { creationPage } from './pages/creation.ts';
import { loginPage } from './pages/login.ts';
import { settingsPage } from './pages/settings.ts';
import type { Route } from './router.ts';

/** The first that matches opens; 4.10 has the applications at the root, 4.11 moved them below `/dashboard`. */
export const routes: readonly Route[] = [
  { path: /^\/log-in$/, audience: 'anyone', open: (_, query) => loginPage(query) },
  { path: /^\/applications\/?$/, audience: 'user', open: applicationsPage },
  { path: /^\/applications\/create$/, audience: 'user', open: creationPage },
  { path: /^\/applications\/([^/]+)(?:\/settings)?$/, audience: 'user', open: settingsPage },
  { path: /^/, audience: 'anyone', open: () => ({ view: () => html`<h2>Catalog</h2>` }) },
];
