import type { TemplateResult } from 'lit';

import { refresh } from '../portal/refresh.ts';

/** An open page. */
export interface Page {
  readonly view: () => TemplateResult;
}

export interface Route {
  /** Matched against the path below the portal; the first group is the id. */
  readonly path: RegExp;
  readonly audience: 'user' | 'anyone';
  readonly open: (id: string, query: URLSearchParams) => Page | Promise<Page>;
}

interface Stage {
  routes: readonly Route[];
  isUser: () => boolean;
  page: Page | undefined;
  newest: object;
}

const stage: Stage = { routes: [], isUser: () => false, page: undefined, newest: {} };

/** Both portals live on one site; this one is below `/next/`. */
const base = new URL(document.baseURI).pathname;

/** Of a page, below the address of the portal. */
export const address = (path: string): string => base + path.replace(/^\//, '');

export const pageOf = (): Page | undefined => stage.page;

export async function startRouter(routes: readonly Route[], isUser: () => boolean): Promise<void> {
  Object.assign(stage, { routes, isUser });
  addEventListener('popstate', () => void open(location.pathname + location.search));
  await open(location.pathname + location.search);
}

/** `path` from the root of the portal: `/applications`. */
export async function navigate(path: string): Promise<void> {
  history.pushState(null, '', address(path));
  await open(location.pathname + location.search);
}

async function open(address: string): Promise<void> {
  const token = (stage.newest = {});
  const url = new URL(address, location.origin);
  const path = `/${url.pathname.slice(base.length)}`;
  const route = stage.routes.find((one) => one.path.test(path));
  if (route?.audience === 'user' && !stage.isUser()) return navigate(`/log-in?redirectUrl=${encodeURIComponent(path)}`);
  const page = await route?.open(route.path.exec(path)?.[1] ?? '', url.searchParams);
  if (stage.newest !== token) return;
  stage.page = page;
  refresh();
}
