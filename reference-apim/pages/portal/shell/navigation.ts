import { headerLinks } from '../backend/links.ts';
import { currentUser } from '../backend/session.ts';
import type { NavigationLink } from '../page.ts';

const mainPages = [
  { title: 'Dashboard', path: '/dashboard', forUsers: true },
  { title: 'Catalog', path: '/catalog', forUsers: false },
  { title: 'Applications', path: '/applications', forUsers: true },
];

const userPages: readonly NavigationLink[] = [
  { title: 'My account', path: 'user/account', icon: 'general:user' },
  { title: 'Notifications', path: 'user/notifications', icon: 'general:notifications#2' },
  { title: 'Sign out', path: 'user/logout', icon: 'home:door-open', separator: true },
];

const guestPages: readonly NavigationLink[] = [{ title: 'Sign in', path: 'user/login', icon: 'general:user' }];

const applicationsPages: readonly NavigationLink[] = [
  { title: 'My applications', path: 'applications/mine', icon: 'devices:server' },
  { title: 'My subscriptions', path: 'applications/subscriptions', icon: 'finance:share' },
];

const applicationTabs: readonly NavigationLink[] = [
  { title: 'General information', path: '', icon: 'general:clipboard' },
  { title: 'Subscriptions', path: '/subscriptions', icon: 'home:key' },
  { title: 'Members', path: '/members', icon: 'communication:group' },
  { title: 'Analytics', path: '/analytics', icon: 'shopping:chart-line#1' },
  { title: 'Logs', path: '/logs', icon: 'communication:clipboard-list' },
  { title: 'Notifications', path: '/notifications', icon: 'general:notifications#2' },
  { title: 'Alerts', path: '/alerts', icon: 'home:alarm-clock' },
];

const isBelow = (path: string, pathname: string) => pathname === path || pathname.startsWith(`${path}/`);

const marked = (links: readonly NavigationLink[], pathname: string): NavigationLink[] =>
  links.map((link) => ({ ...link, active: `/${link.path}` === pathname }));

export async function mainNavigation(pathname: string): Promise<NavigationLink[]> {
  const links = await headerLinks();
  const own = mainPages.filter(({ forUsers }) => !forUsers || currentUser() !== undefined);
  return [...own, ...links].map(({ title, path }) => ({ title, path, active: isBelow(path, pathname) }));
}

export const userNavigation = (): readonly NavigationLink[] => (currentUser() === undefined ? guestPages : userPages);

/** Second row of the pages about applications in general. */
export const applicationsMenu = (pathname: string): NavigationLink[] => marked(applicationsPages, pathname);

/** Second row of the pages of one application. */
export const applicationMenu = (id: string, pathname: string): NavigationLink[] =>
  marked(
    applicationTabs.map((tab) => ({ ...tab, path: `applications/${id}${tab.path}` })),
    pathname,
  );
