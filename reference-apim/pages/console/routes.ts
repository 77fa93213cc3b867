import { match, type Address } from './router.ts';
import type { OpenScreen, Screen } from './screen.ts';
import { newApplicationScreen } from './screens/application-create.ts';
import { applicationScreen } from './screens/application-details.ts';
import { applicationsScreen } from './screens/applications.ts';
import { clientRegistrationScreen } from './screens/client-registration.ts';
import { homeScreen } from './screens/home.ts';
import { placeholderScreen } from './screens/placeholder.ts';
import { newProviderScreen, providerScreen } from './screens/provider.ts';

type Route =
  | { readonly at: string; readonly open: OpenScreen; readonly needs?: string }
  | { readonly at: string; readonly to: string };

/** The first that matches wins. `needs` is an environment permission that has to be readable. */
const routes: readonly Route[] = [
  { at: '/:env', to: '/:env/home/overview' },
  { at: '/:env/home', to: '/:env/home/overview' },
  { at: '/:env/home/overview', open: homeScreen },
  { at: '/:env/settings', to: '/:env/settings/analytics' },
  {
    at: '/:env/settings/client-registration-providers',
    open: clientRegistrationScreen,
    needs: 'CLIENT_REGISTRATION_PROVIDER',
  },
  {
    at: '/:env/settings/client-registration-providers/new',
    open: newProviderScreen,
    needs: 'CLIENT_REGISTRATION_PROVIDER',
  },
  {
    at: '/:env/settings/client-registration-providers/:id',
    open: providerScreen,
    needs: 'CLIENT_REGISTRATION_PROVIDER',
  },
  { at: '/:env/applications', open: applicationsScreen },
  { at: '/:env/applications/create', open: newApplicationScreen },
  { at: '/:env/applications/:id', to: '/:env/applications/:id/general' },
  { at: '/:env/applications/:id/general', open: applicationScreen },
];

export type Arrival = { readonly to: string } | { readonly screen: Screen };

export function arrive(address: Address, mayRead: (permission: string) => boolean): Arrival {
  for (const route of routes) {
    const params = match(route.at, address.path);
    if (params === undefined) continue;
    if ('to' in route) return { to: fill(route.to, params) };
    if (route.needs !== undefined && !mayRead(route.needs)) return { to: fill('/:env/settings/documentation', params) };
    return { screen: route.open({ params, address }) };
  }
  return { screen: placeholderScreen({ params: {}, address }) };
}

const fill = (pattern: string, params: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
