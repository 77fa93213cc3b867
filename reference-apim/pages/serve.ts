import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';

import { Hono } from 'hono';

import { bundle, bundleOnce, type Site } from './bundle.ts';

export interface PageOptions {
  /** Bundle again at every load of the page, for work on the pages. */
  fresh?: boolean;
  /** Where the page finds its REST API; left out: on its own site. */
  apiUrl?: string;
}

const titles: Record<Site, string> = {
  console: 'Gravitee.io Management',
  portal: 'Gravitee.io Portal',
  'portal-next': 'Developer Portal',
};

/** Both portals are on one site, as in the official image. */
const bases: Record<Site, string> = { console: '/', portal: '/', 'portal-next': '/next/' };

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const html = (site: Site) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <base href="${bases[site]}" />
    <title>${titles[site]}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <script type="module" src="${bases[site]}main.js"></script>
  </head>
  <body></body>
</html>
`;

/** Files beside index.html that tell a page where its REST API is (`constants.json` from APIM 4.2 on). */
const configuration: Record<Site, Record<string, object>> = {
  console: {
    '/constants.json': { baseURL: '/management', defaultPortal: 'classic' },
    '/build.json': { version: '4.10.9', name: 'reference' },
  },
  'portal-next': { '/assets/config.json': { baseURL: '/portal' } },
  portal: {
    '/assets/config.json': {
      baseURL: '/portal',
      loaderURL: 'assets/images/gravitee-loader.gif',
      homepage: { featured: { size: 9 } },
      pagination: { size: { default: 10, values: [5, 10, 25, 50, 100] } },
    },
  },
};

const assetsFolder = () =>
  join(dirname(createRequire(import.meta.url).resolve('@gravitee/ui-components/package.json')), 'assets');

async function readAsset(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const folder = assetsFolder();
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? readFile(file).catch(() => undefined) : undefined;
}

function serveAssets(app: Hono, route: string, prefix: string): void {
  app.get(route, async (c) => {
    const content = await readAsset(c.req.path.slice(prefix.length));
    if (content === undefined) return c.notFound();
    return c.body(content, 200, { 'content-type': mediaTypes[extname(c.req.path)] ?? 'application/octet-stream' });
  });
}

/** Serves one site: its page, its bundle, its configuration files; the Portal also the assets of its components. */
export function pagesOf(site: Site, { fresh = false, apiUrl }: PageOptions = {}): Hono {
  const app = new Hono();
  for (const [path, content] of Object.entries(configuration[site]))
    app.get(path, (c) =>
      c.json('baseURL' in content && apiUrl !== undefined ? { ...content, baseURL: apiUrl } : content),
    );
  app.get('/main.js', async (c) => {
    const code = fresh ? await bundle(site) : await bundleOnce(site);
    return c.body(code, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
  });
  // The components ask for their icons beside the page, for everything else below assets/.
  if (site === 'portal')
    for (const [route, prefix] of [
      ['/assets/*', '/assets/'],
      ['/icons/*', '/'],
    ] as const)
      serveAssets(app, route, prefix);
  app.onError((error, c) => c.text(error.message, 500));
  app.get('/', (c) => c.html(html(site)));
  app.get('*', (c) => (site === 'console' ? c.redirect('/') : c.html(html(site))));
  return app;
}
