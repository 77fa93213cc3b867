import { html } from 'lit';

import { logsPage, settingsPage } from './pages/application.ts';
import { applicationsPage } from './pages/applications.ts';
import { creationPage } from './pages/creation.ts';
import { loginPage } from './pages/login.ts';
import type { Route } from './router.ts';

/** The first that matches opens. 4.10 has the applications at the root, and one opens with its logs. */
export const routes: readonly Route[] = [
  { path: /^\/log-in$/, audience: 'anyone', open: (_, query) => loginPage(query) },
  { path: /^\/applications\/?$/, audience: 'user', open: applicationsPage },
  { path: /^\/applications\/create$/, audience: 'user', open: creationPage },
  { path: /^\/applications\/([^/]+)\/settings$/, audience: 'user', open: settingsPage },
  { path: /^\/applications\/([^/]+)(?:\/logs)?$/, audience: 'user', open: logsPage },
  { path: /^/, audience: 'anyone', open: () => ({ view: () => html`<h2>Catalog</h2>` }) },
];
