import * as z from 'zod/mini';

import { at } from '../portal/backend/environment.ts';
import { ask } from '../portal/backend/http.ts';

const navigationItem = z.object({ type: z.string(), title: z.string(), url: z.optional(z.string()) });

export type NavigationItem = z.infer<typeof navigationItem>;

const found: { items: readonly NavigationItem[] } = { items: [] };

export const navigationItems = (): readonly NavigationItem[] => found.items;

/** What the administrator has put into the bar at the top. */
export async function loadNavigation(): Promise<void> {
  const address = at('/portal-navigation-items?area=TOP_NAVBAR&loadChildren=false');
  found.items = (await ask(z.array(navigationItem), address)) ?? [];
}
