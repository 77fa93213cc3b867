import { createServer, type RequestListener } from 'node:http';
import { close, listen } from './listen.ts';
import { viewTargetOf } from './paths.ts';

/** The providers of all views behind one server, told apart by the first path segment. */
export interface Upstream extends AsyncDisposable {
  readonly origin: string;
  mount(view: string, provider: RequestListener): void;
  unmount(view: string): void;
}

export async function startUpstream(): Promise<Upstream> {
  const providers = new Map<string, RequestListener>();
  const server = createServer((request, response) => {
    const { view = '', target = '/' } = viewTargetOf(request.url ?? '/') ?? {};
    const provider = providers.get(view);
    if (provider === undefined) return response.writeHead(404).end();
    // oidc-provider takes the mount path from `baseUrl`, as Express sets it, and makes every address with it.
    provider(Object.assign(request, { url: target, baseUrl: `/${view}` }), response);
  });
  // Its only client is the recorder, which keeps connections; one closed for idleness would race with the next request.
  server.keepAliveTimeout = 0;
  return {
    origin: await listen(server, { port: 0, host: '127.0.0.1' }),
    mount: (view, provider) => void providers.set(view, provider),
    unmount: (view) => void providers.delete(view),
    [Symbol.asyncDispose]: () => close(server),
  };
}
