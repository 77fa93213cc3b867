import type { Page } from './page.ts';
import { show } from './stage.ts';

export interface Route {
  /** The first group is the id in the path. */
  readonly path: RegExp;
  readonly audience: 'guest' | 'user' | 'anyone';
  /** Whether it can be opened just now; otherwise the home page opens. */
  readonly open?: () => boolean;
  readonly redirectTo?: string;
  /** Loads what the page cannot be without. The address and the page change when it is there. */
  readonly resolve: (id: string, query: URLSearchParams) => Page | undefined | Promise<Page | undefined>;
}

export interface Arrival {
  /** The address as it is after redirects. */
  readonly url: URL;
  readonly page: Page;
}

interface Router {
  routes: readonly Route[];
  /** Opens for every address that no route has. */
  otherwise: Route;
  isUser: () => boolean;
  started: () => void;
  ended: (arrival: Arrival) => void;
}

const state: { router: Router | undefined; newest: object } = { router: undefined, newest: {} };

/** Starts with the address of the document. */
export function startRouter(router: Router): Promise<void> {
  state.router = router;
  addEventListener('popstate', () => void travel(router, location.href, 'keep'));
  return travel(router, location.href, 'keep');
}

/** `path` with or without a leading slash. */
export async function navigate(path: string): Promise<void> {
  if (state.router !== undefined) await travel(state.router, path, 'push');
}

async function travel(router: Router, path: string, address: 'push' | 'keep'): Promise<void> {
  const token = (state.newest = {});
  router.started();
  const { url, route } = destination(router, new URL(path, document.baseURI));
  const id = route.path.exec(url.pathname)?.[1] ?? '';
  const page = await route.resolve(id, url.searchParams);
  if (page === undefined || state.newest !== token) return;
  if (address === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  show(page);
  router.ended({ url, page });
}

function destination(router: Router, url: URL): { url: URL; route: Route } {
  const route = router.routes.find(({ path }) => path.test(url.pathname)) ?? router.otherwise;
  if (!admits(route, router.isUser())) return destination(router, new URL('/', url));
  if (route.redirectTo !== undefined) return destination(router, new URL(route.redirectTo, url));
  return { url, route };
}

const admits = ({ audience, open = () => true }: Route, isUser: boolean): boolean =>
  (audience === 'anyone' || (audience === 'user') === isUser) && open();
