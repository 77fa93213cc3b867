import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { UsageError } from '../src/errors.ts';
import { jsonOf, objectOf } from '../src/recording/body.ts';
import { createRedactor } from '../src/recording/redact.ts';
import type { ViewOptions } from './api.ts';
import { adminClientSchema, faultsSchema, readInput, viewSchema } from './control/input.ts';
import { faultNamed, faults } from './faults/index.ts';
import type { LiveView } from './view.ts';

export interface ControlParts {
  views: ReadonlyMap<string, LiveView>;
  open: (name: string, options: ViewOptions) => Promise<LiveView>;
}

/** `/_control/`: what another process may do with the mock. Answers JSON; a refusal is `{"error": "<one sentence>"}`. */
export function controlApi({ views, open }: ControlParts): RequestListener {
  const app = new Hono();
  const key = randomBytes(32);
  const viewOf = (c: Context): LiveView => {
    const name = c.req.param('name') ?? '';
    const view = views.get(name);
    if (view === undefined)
      throw new HTTPException(404, { message: `There is no live view "${name}". ${liveNames(views)}` });
    return view;
  };

  app.get('/_control/health', (c) => c.json({ status: 'ready', views: views.size }));
  app.get('/_control/views', (c) => c.json([...views.values()].map(summaryOf)));
  app.post('/_control/views', async (c) => {
    const { name, ...options } = await readInput(c.req, viewSchema);
    return c.json(summaryOf(await open(name, options)), 201);
  });
  app.get('/_control/views/:name', (c) => c.json(summaryOf(viewOf(c))));
  app.delete('/_control/views/:name', async (c) => {
    await viewOf(c)[Symbol.asyncDispose]();
    return c.body(null, 204);
  });
  app.get('/_control/views/:name/exchanges', (c) => {
    const view = viewOf(c);
    const { knownSecrets } = view;
    return c.json(createRedactor({ key, knownSecrets }).exchanges(view.exchanges(), () => 0));
  });
  app.get('/_control/views/:name/clients', async (c) => c.json(await clientsOf(viewOf(c), key)));
  app.post('/_control/views/:name/admin-clients', async (c) => {
    const view = viewOf(c);
    return c.json(await view.createAdminClient(await readInput(c.req, adminClientSchema)), 201);
  });
  app.post('/_control/views/:name/initial-access-tokens', async (c) =>
    c.json({ token: await viewOf(c).createInitialAccessToken() }, 201),
  );
  app.get('/_control/faults', (c) => c.json(faults.map(({ name, says, at }) => ({ name, says, at }))));
  app.post('/_control/views/:name/faults', async (c) => {
    const view = viewOf(c);
    const { names } = await readInput(c.req, faultsSchema);
    view.arm(...names.map(faultNamed));
    return c.json(summaryOf(view));
  });
  app.delete('/_control/views/:name/faults', (c) => {
    viewOf(c).disarm();
    return c.body(null, 204);
  });
  app.notFound((c) => c.json({ error: `Nothing answers ${c.req.method} ${c.req.path}. ${liveNames(views)}` }, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    if (error instanceof UsageError) return c.json({ error: error.message }, 400);
    return c.json({ error: `this is a bug in the harness: ${error.message}` }, 500);
  });

  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

const liveNames = (views: ReadonlyMap<string, LiveView>) =>
  views.size === 0 ? 'No view is live.' : `Live views: ${[...views.keys()].join(', ')}.`;

const summaryOf = ({ name, issuer, discoveryUrl, profile, armed }: LiveView) => ({
  name,
  issuer,
  discoveryUrl,
  profile,
  faults: armed.map((fault) => fault.name),
});

/** The same marks for the same secrets as in the exchanges, so that the two can be compared. */
async function clientsOf(view: LiveView, key: Buffer) {
  const clients = await view.clients();
  const secrets = clients.flatMap(({ metadata }) => z.string().safeParse(metadata['client_secret']).data ?? []);
  const redactor = createRedactor({ key, knownSecrets: [...view.knownSecrets, ...secrets] });
  return clients.map((client) => objectOf(jsonOf(redactor.text(JSON.stringify(client)))) ?? {});
}
