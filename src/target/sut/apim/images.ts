import { rowFor } from '../../release.ts';

/** What the official images of a release need. */
export interface Generation {
  /** First release of which this holds, up to the next row. */
  readonly since: string;
  readonly mongo: string;
  /** Left out: the release starts without analytics. */
  readonly elasticsearch?: string;
  /** What the Console and the Portal are told, after the origin of the Management API. */
  readonly managementPath: string;
  readonly portalPath: string;
  /** Whether creating a provider needs a licence. */
  readonly licensed: boolean;
  /** Whether the image has the driver for PostgreSQL. */
  readonly hasPostgresDriver: boolean;
  /** Parts of the names of variables before `management` and `analytics`, side by side: a release reads its own. */
  readonly repositories: readonly string[];
}

const environment = 'organizations/DEFAULT/environments/DEFAULT';

const since40 = {
  since: '4.0',
  mongo: 'mongo:6.0',
  managementPath: `/management/${environment}`,
  portalPath: '/portal/environments/DEFAULT',
  licensed: true,
  hasPostgresDriver: false,
  repositories: [''],
} as const satisfies Generation;

const since42 = { ...since40, since: '4.2', managementPath: '/management', portalPath: '/portal' } as const;

/** As the compose files, Dockerfiles and the shipped gravitee.yml of each release have it. */
export const generations: readonly Generation[] = [
  {
    ...since40,
    since: '3.20',
    mongo: 'mongo:5.0',
    // The first release with a repository "none" for analytics is 4.0.
    elasticsearch: 'docker.elastic.co/elasticsearch/elasticsearch:7.17.28',
    licensed: false,
  },
  since40,
  since42,
  { ...since42, since: '4.11', hasPostgresDriver: true },
  // From 4.12 on the shipped file has them below "repositories"; the older names are read too.
  { ...since42, since: '4.12', hasPostgresDriver: true, repositories: ['', 'repositories_'] },
];

/** The names are the same in every release. */
export const imageNames = {
  management: 'apim-management-api',
  console: 'apim-management-ui',
  portal: 'apim-portal-ui',
} as const;

/** Where the images are when no registry is given. */
export const publicRegistry = 'graviteeio';

/** Inside the containers. */
export const ports = {
  management: 8083,
  health: 18083,
  console: 8080,
  portal: 8080,
  mongo: 27017,
  postgres: 5432,
  elasticsearch: 9200,
};

export const healthPath = '/_node/health';

/** Of the shipped configuration, for the health endpoint only. */
export const healthAccount = { username: 'admin', password: 'adminadmin' } as const;

export const licencePath = '/opt/graviteeio-management-api/license/license.key';

/** What the images of a tag need. */
export const generationOf = (tag: string): Generation => rowFor(generations, tag, 'APIM');
