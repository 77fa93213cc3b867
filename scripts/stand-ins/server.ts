/**
 * The stand-in behind the outside of the official APIM images: their variables, ports, health path and licence file. Written from
 * the Dockerfiles and compose files of the releases, and run in an image of its own for each role.
 */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { Hono } from 'hono';
import { newApim } from '../../reference-apim/apim.ts';
import { listen } from '../../reference-apim/listen.ts';
import { pagesOf } from '../../reference-apim/pages/serve.ts';
import type { Rest, RestEnv } from '../../reference-apim/rest/env.ts';
import { restApi } from '../../reference-apim/rest/rest.ts';

const env = process.env;
const everywhere = '0.0.0.0';
const [major = 4, minor = 0] = (env['STAND_IN_TAG'] ?? '4.0').split('.').map(Number);
const from = (since: readonly [number, number]) => major > since[0] || (major === since[0] && minor >= since[1]);

const end = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const accepts = async (host: string, port: number): Promise<boolean> => {
  const socket = connect({ host, port, timeout: 2_000 });
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
};

/** Of a store's address: what a product would connect to. */
const reachable = (url: string | undefined) => {
  const parsed = URL.parse(url ?? '');
  return parsed === null ? Promise.resolve(false) : accepts(parsed.hostname, Number(parsed.port));
};

/** A release reads its own names: below `repositories` from 4.12 on, and the older ones too. */
const variable = (name: string) =>
  (from([4, 12]) ? env[`gravitee_repositories_${name}`] : undefined) ?? env[`gravitee_${name}`];

const licenceFile = '/opt/graviteeio-management-api/license/license.key';

const hasLicence = () => existsSync(licenceFile) && readFileSync(licenceFile).length > 0;

async function analyticsAreWell(): Promise<boolean> {
  // Before 4.0 there is no repository "none".
  if (from([4, 0]) && variable('analytics_type') === 'none') return true;
  return reachable(variable('analytics_elasticsearch_endpoints_0') ?? 'http://localhost:9200');
}

/** Of the store that it was told to use. */
function storeUri(): string {
  if (variable('management_type') !== 'jdbc') return variable('management_mongodb_uri') ?? 'mongodb://localhost:27017';
  if (!from([4, 11])) end('java.lang.ClassNotFoundException: org.postgresql.Driver');
  return (variable('management_jdbc_url') ?? '').replace(/^jdbc:/, '');
}

/** The next-gen portal is off until it is asked for. */
function asShipped(api: Rest): Rest {
  const shipped = new Hono<RestEnv>({ strict: false });
  shipped.get('/portal/environments/:id/configuration', async (c) => {
    const answer = await api.fetch(c.req.raw, c.env);
    const told = (await answer.json()) as { portalNext?: { access: { enabled: boolean } } };
    if (told.portalNext !== undefined)
      told.portalNext.access.enabled = env['gravitee_portal_next_access_enabled'] === 'true';
    return new Response(JSON.stringify(told), { status: answer.status, headers: answer.headers });
  });
  shipped.route('/', api);
  return shipped;
}

async function management(): Promise<void> {
  const uri = storeUri();
  process.stdout.write(`Starting Gravitee.io - Rest APIs (stand-in ${env['STAND_IN_TAG'] ?? ''})\n`);
  if (!(await reachable(uri))) end(`Timed out while waiting to connect to ${uri}`);
  const apim = newApim({
    mode: from([4, 0]) ? 'as-apim-4.12' : 'as-apim-3.20',
    licence: !from([4, 0]) || hasLicence() ? 'enterprise' : 'oss',
  });
  await listen(asShipped(restApi(apim)), everywhere, 8083);
  const health = new Hono<RestEnv>();
  health.get('/_node/health', async (c) => {
    if (c.req.header('authorization') !== `Basic ${btoa('admin:adminadmin')}`) return c.body(null, 401);
    const probes = {
      'management-repository': { healthy: await reachable(uri) },
      'analytics-repository': { healthy: await analyticsAreWell() },
    };
    return c.json(probes, Object.values(probes).every(({ healthy }) => healthy) ? 200 : 500);
  });
  await listen(health, env['gravitee_services_core_http_host'] ?? '127.0.0.1', 18083);
  process.stdout.write('Started Gravitee.io - Rest APIs\n');
}

/** Up to 4.1 the address has the environment in it, from which the pages of the stand-in know how to ask. */
const base = (url: string) => url.replace(/\/(?:organizations|environments)\/.*$/, '').replace(/\/$/, '');

async function pages(role: 'console' | 'portal'): Promise<void> {
  const given = role === 'console' ? env['MGMT_API_URL'] : env['PORTAL_API_URL'];
  const apiUrl = base(given ?? `http://localhost:8083/${role === 'console' ? 'management' : 'portal'}`);
  const expected = from([4, 2])
    ? apiUrl
    : /\/environments\//.test(given ?? '')
      ? apiUrl
      : end('no environment in the URL');
  const app = new Hono<RestEnv>({ strict: false });
  if (role === 'portal') app.route('/next', pagesOf('portal-next', { apiUrl: expected }));
  app.route('/', pagesOf(role, { apiUrl: expected }));
  await listen(app, everywhere, 8080);
}

const roles: Record<string, () => Promise<void>> = {
  management,
  console: () => pages('console'),
  portal: () => pages('portal'),
  mongo: async () => {
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(27017, everywhere);
    await once(server, 'listening');
    process.stdout.write('{"c":"NETWORK","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}\n');
  },
  postgres: async () => {
    if (env['POSTGRES_PASSWORD'] === undefined && env['POSTGRES_HOST_AUTH_METHOD'] !== 'trust')
      end('Error: Database is uninitialized and superuser password is not specified.');
    process.stdout.write('LOG:  database system is ready to accept connections\n');
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(5432, everywhere);
    await once(server, 'listening');
    process.stdout.write('LOG:  listening on IPv4 address "0.0.0.0", port 5432\n');
    process.stdout.write('LOG:  database system is ready to accept connections\n');
  },
  elasticsearch: async () => {
    const app = new Hono<RestEnv>();
    app.get('/', (c) => c.json({ version: { number: '7.17.28' } }));
    await listen(app, everywhere, 9200);
  },
  /** An image that is what nobody wants. */
  broken: () => Promise.resolve(end('Error: could not find or load main class')),
};

process.once('SIGTERM', () => process.exit(143));
await (roles[process.argv[2] ?? ''] ?? (() => Promise.resolve(end('which role?'))))();
