import { render } from 'lit';

import { findEnvironment } from './backend/environment.ts';
import { onFailure, type Failure } from './backend/http.ts';
import { currentUser, forgetUser, loadUser, onUserChange } from './backend/session.ts';
import { drawWith } from './refresh.ts';
import { navigate, startRouter } from './router.ts';
import { notFound, routes } from './routes.ts';
import { prepareComponents } from './shell/components.ts';
import { clearMessage, showMessage, showRefusal } from './shell/message.ts';
import { arrive, layout, userChanged } from './shell/shell.ts';
import { useStyles } from './styles/styles.ts';

/** What the portal does about any request that fails; the page that asked only learns that it failed. */
function failed({ url, status, refusal }: Failure): void {
  if (url.includes('/user/notifications')) return;
  if (status === 0) showMessage('error', 'Server unavailable or connection lost');
  if (status === 401) forgetUser();
  setTimeout(() => {
    if (status === 404) void navigate('/404');
    if (refusal !== undefined) showRefusal(refusal);
  });
}

prepareComponents();
useStyles();
drawWith(() => void render(layout(), document.body));
onFailure(failed);
onUserChange(userChanged);
await findEnvironment();
await loadUser();
await startRouter({
  routes,
  otherwise: notFound,
  isUser: () => currentUser() !== undefined,
  started: clearMessage,
  ended: ({ url, page }) => void arrive(url.pathname, page.menu?.(url.pathname) ?? { links: [] }),
});
