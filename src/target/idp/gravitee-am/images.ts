import { rowFor } from '../../release.ts';

/** What the official images of a release need. */
export interface Generation {
  /** First release of which this holds, up to the next row. */
  readonly since: string;
  /** Parts of the names of variables before `management_mongodb_uri`. */
  readonly repositories: readonly string[];
  /** Whether the Management API has to be told of a data plane. */
  readonly dataPlane: boolean;
}

/** As the sample compose files and the shipped gravitee.yml of each release have it. */
export const generations: readonly Generation[] = [
  { since: '4.0', repositories: [''], dataPlane: false },
  // The sample of 4.5 still has the older names, its configuration file the newer ones.
  { since: '4.5', repositories: ['', 'repositories_'], dataPlane: false },
  { since: '4.7', repositories: ['', 'repositories_'], dataPlane: true },
  { since: '4.9', repositories: ['repositories_'], dataPlane: true },
];

/** What is stored apart, in one database here. */
export const scopes = ['management', 'oauth2', 'gateway'] as const;

export const imageNames = { management: 'am-management-api', gateway: 'am-gateway' } as const;

/** Where the images are when no registry is given. */
export const publicRegistry = 'graviteeio';

export const mongo = 'mongo:7.0';

/** Inside the containers. */
export const ports = { gateway: 8092, management: 8093, mongo: 27017 };

/** Of the shipped configuration. */
export const administrator = { username: 'admin', password: 'adminadmin' } as const;

/** What the images of a tag need. */
export const generationOf = (tag: string): Generation => rowFor(generations, tag, 'AM');
