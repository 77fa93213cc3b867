import type { ContainerFile, ContainerSpec } from '../../containers/container-spec.ts';
import { generationOf, imageNames, licencePath, ports, type Generation } from './images.ts';
import { nextPortalVariables } from './next-portal.ts';
import { environment, settingsPath, type Account } from './management.ts';

/** Which images, and what is given to them. */
export interface ApimImages {
  readonly tag: string;
  /** What stands before `/apim-management-api`. */
  readonly registry: string;
  /** Content of a license.key in base64. */
  readonly licence?: string | undefined;
  /** In place of those that the release is tried with, for a registry of one's own. */
  readonly mongo?: string | undefined;
  readonly elasticsearch?: string | undefined;
  /** PostgreSQL by JDBC in place of MongoDB. */
  readonly postgres?: string | undefined;
  /** The next-gen portal is walked, which is switched off as shipped. */
  readonly nextPortal?: boolean;
}

/** Names in the network of the run. */
const names = {
  mongo: 'mongodb',
  postgres: 'postgresql',
  elasticsearch: 'elasticsearch',
  management: 'management-api',
  console: 'management-ui',
  portal: 'portal-ui',
} as const;

const databaseName = 'gravitee';

/** Milliseconds: a database, a Java server that makes its schema first, a file server. */
const deadlines = { database: 60_000, management: 240_000, pages: 60_000 };

export const basic = ({ username, password }: Account): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** What has to be ready before the product starts: its installation fails without a database. */
export const database = ({ tag, mongo, postgres }: ApimImages): ContainerSpec =>
  postgres === undefined
    ? {
        name: names.mongo,
        image: mongo ?? generationOf(tag).mongo,
        ready: { log: /waiting for connections/i },
        deadline: deadlines.database,
      }
    : {
        name: names.postgres,
        image: postgres,
        // Nobody else is in the network of the run.
        environment: { POSTGRES_DB: databaseName, POSTGRES_HOST_AUTH_METHOD: 'trust' },
        // It is ready twice: the first time to be set up, when it listens to nobody.
        ready: { log: /listening on IPv4 address[^]+ready to accept connections/ },
        deadline: deadlines.database,
      };

/** Only for a release that does not start without analytics. */
export function analytics({ tag, elasticsearch }: ApimImages): ContainerSpec | undefined {
  const needed = generationOf(tag).elasticsearch;
  if (needed === undefined) return undefined;
  return {
    name: names.elasticsearch,
    image: elasticsearch ?? needed,
    environment: {
      'discovery.type': 'single-node',
      'xpack.security.enabled': 'false',
      ES_JAVA_OPTS: '-Xms512m -Xmx512m',
    },
    ports: [ports.elasticsearch],
    ready: { port: ports.elasticsearch, path: '/' },
    deadline: deadlines.management,
  };
}

export function managementApi(images: ApimImages, admin: Account): ContainerSpec {
  const { tag, registry, licence, postgres, nextPortal = false } = images;
  return {
    name: names.management,
    image: `${registry}/${imageNames.management}:${tag}`,
    environment: {
      ...managementVariables(generationOf(tag), postgres === undefined ? 'mongodb' : 'postgresql'),
      ...(nextPortal && nextPortalVariables),
    },
    ports: [ports.management, ports.health],
    // A wrong password is told at once by the first call that follows.
    ready: {
      port: ports.management,
      path: `/management${environment}${settingsPath}`,
      headers: { authorization: basic(admin) },
      accepts: (status) => [200, 401, 403].includes(status),
    },
    deadline: deadlines.management,
    ...(licence !== undefined && { files: [licenceFile(licence)] }),
  };
}

const licenceFile = (licence: string): ContainerFile => ({
  path: licencePath,
  content: Buffer.from(licence, 'base64'),
});

type Store = 'mongodb' | 'postgresql';

/** Where the Management API finds its database, by what comes after the part of the name that a release has. */
const stores: Record<Store, Readonly<Record<string, string>>> = {
  mongodb: {
    management_mongodb_uri: `mongodb://${names.mongo}:${ports.mongo}/${databaseName}?serverSelectionTimeoutMS=5000&connectTimeoutMS=5000&socketTimeoutMS=5000`,
  },
  postgresql: {
    management_type: 'jdbc',
    management_jdbc_url: `jdbc:postgresql://${names.postgres}:${ports.postgres}/${databaseName}`,
    management_jdbc_username: 'postgres',
  },
};

export function managementVariables(
  { repositories, elasticsearch }: Generation,
  store: Store = 'mongodb',
): Record<string, string> {
  const wanted = {
    ...stores[store],
    ...(elasticsearch === undefined
      ? { analytics_type: 'none' }
      : { analytics_elasticsearch_endpoints_0: `http://${names.elasticsearch}:${ports.elasticsearch}` }),
  };
  return {
    ...Object.fromEntries(
      repositories.flatMap((prefix) =>
        Object.entries(wanted).map(([name, value]) => [`gravitee_${prefix}${name}`, value]),
      ),
    ),
    // The health endpoint listens on the loopback of the container only, unless told otherwise.
    gravitee_services_core_http_host: '0.0.0.0',
  };
}

/** The user interfaces, which are told where the browser finds the REST API. */
export function pages(
  { tag, registry }: ApimImages,
  apiOrigin: string,
): { console: ContainerSpec; portal: ContainerSpec } {
  const { managementPath, portalPath } = generationOf(tag);
  const site = (name: 'console' | 'portal', variables: Record<string, string>, file: string): ContainerSpec => ({
    name: names[name],
    image: `${registry}/${imageNames[name]}:${tag}`,
    environment: variables,
    ports: [ports[name]],
    ready: { port: ports[name], path: file },
    deadline: deadlines.pages,
  });
  return {
    console: site('console', { MGMT_API_URL: `${apiOrigin}${managementPath}` }, '/constants.json'),
    portal: site(
      'portal',
      { PORTAL_API_URL: `${apiOrigin}${portalPath}`, DEFAULT_PORTAL: 'classic' },
      '/assets/config.json',
    ),
  };
}

/** Everything that is started. */
export function imagesOf(images: ApimImages): string[] {
  const { console, portal } = pages(images, '');
  const store = analytics(images);
  // The account is no part of an image.
  const api = managementApi(images, { username: '', password: '' });
  return [database(images), ...(store === undefined ? [] : [store]), api, console, portal].map(({ image }) => image);
}
