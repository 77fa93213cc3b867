import { html, nothing, render } from 'lit';

import { configurationOf, findEnvironment } from '../portal/backend/environment.ts';
import { onFailure } from '../portal/backend/http.ts';
import { currentUser, forgetUser, loadUser, onUserChange } from '../portal/backend/session.ts';
import { drawWith, refresh } from '../portal/refresh.ts';
import { failures } from './failures.ts';
import { loadNavigation } from './navigation.ts';
import { isPageHidden, overlay } from './parts/overlay.ts';
import { pageOf, startRouter } from './router.ts';
import { routes } from './routes.ts';
import { footer, header } from './shell.ts';
import { useStyles } from './styles.ts';

useStyles();
drawWith(() =>
  render(
    html`<app-root aria-hidden=${isPageHidden() ? 'true' : nothing}>
        ${header()}
        <div class="main-container-wrapper">${pageOf()?.view() ?? nothing}</div>
        ${footer()}
      </app-root>
      ${overlay()}`,
    document.body,
  ),
);
onFailure((failure) => {
  if (failure.status === 401) forgetUser();
  failures.newest = failure.refusal;
});
onUserChange(refresh);
await findEnvironment('PORTAL_NEXT');
// Switched off, the product sends to the classic portal.
if (configurationOf()?.portalNext?.access.enabled !== true) location.assign('/404');
await Promise.all([loadUser(), loadNavigation()]);
await startRouter(routes, () => currentUser() !== undefined);
