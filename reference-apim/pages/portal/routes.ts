import { mayDo } from './backend/session.ts';
import { applicationPage } from './pages/application.ts';
import { applicationsPage } from './pages/applications.ts';
import { creationPage } from './pages/creation.ts';
import { dashboardPage } from './pages/dashboard.ts';
import { homePage } from './pages/home.ts';
import { loginPage } from './pages/login.ts';
import { signOutPage } from './pages/logout.ts';
import { placeholder } from './pages/placeholder.ts';
import type { Route } from './router.ts';
import { createButton, mayCreateApplications } from './shell/create-button.ts';
import { applicationMenu, applicationsMenu } from './shell/navigation.ts';

const subscriptionsMenu = (pathname: string) => ({ links: applicationsMenu(pathname), right: createButton });

const mayRead = () => mayDo('APPLICATION-R');

/** The first that matches opens. */
export const routes: readonly Route[] = [
  { path: /^\/$/, audience: 'anyone', resolve: homePage },
  { path: /^\/dashboard\/?$/, audience: 'user', resolve: dashboardPage },
  { path: /^\/user\/login$/, audience: 'guest', resolve: (_, query) => loginPage(query) },
  { path: /^\/user\/logout$/, audience: 'user', resolve: signOutPage },
  { path: /^\/applications\/mine$/, audience: 'user', open: mayRead, resolve: (_, query) => applicationsPage(query) },
  {
    path: /^\/applications\/subscriptions$/,
    audience: 'user',
    open: mayRead,
    resolve: () => placeholder('My subscriptions', subscriptionsMenu),
  },
  { path: /^\/applications\/creation\/?$/, audience: 'user', open: mayCreateApplications, resolve: creationPage },
  { path: /^\/applications\/([^/]+)$/, audience: 'user', open: mayRead, resolve: applicationPage },
  {
    path: /^\/applications\/([^/]+)\/\w+$/,
    audience: 'user',
    open: mayRead,
    resolve: (id) => placeholder('Application', (pathname) => ({ links: applicationMenu(id, pathname) })),
  },
  redirect(/^\/applications\/?$/, '/applications/mine', 'user'),
  redirect(/^\/documentation\/?$/, '/documentation/root'),
  { path: /^\/catalog/, audience: 'anyone', resolve: () => placeholder('Catalog') },
  { path: /^\/documentation\//, audience: 'anyone', resolve: () => placeholder('Documentation') },
  { path: /^\/cookies$/, audience: 'anyone', resolve: () => placeholder('Cookies settings') },
  { path: /^\/user\//, audience: 'anyone', resolve: () => placeholder('Account') },
];

export const notFound: Route = { path: /^/, audience: 'anyone', resolve: () => placeholder('Page not found') };

function redirect(path: RegExp, redirectTo: string, audience: Route['audience'] = 'anyone'): Route {
  return { path, audience, redirectTo, resolve: () => undefined };
}
