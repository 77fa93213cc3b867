import { awaited } from '../src/target/containers/container-spec.ts';
import { variables as amVariables } from '../src/target/idp/gravitee-am/image.ts';
import { generations as amGenerations, mongo as amMongo } from '../src/target/idp/gravitee-am/images.ts';
import { managementApi, managementVariables, pages } from '../src/target/sut/apim/containers.ts';
import {
  generations as apimGenerations,
  healthPath,
  ports as apimPorts,
  publicRegistry,
} from '../src/target/sut/apim/images.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const quoted = (text: string) => `\`${text}\``;

/** The variable that a release reads for its database or its analytics. */
const variablesOf = (variables: Readonly<Record<string, string>>) =>
  Object.entries(variables)
    .map(([name, value]) => quoted(`${name}=${value.replace(/\?.*/, '')}`))
    .join('<br>');

/** Releases from one row to the next. */
const releases = (rows: readonly { readonly since: string }[], index: number) => {
  const next = rows[index + 1]?.since;
  return `${rows[index]?.since ?? ''}${next === undefined ? ' and later' : ` to before ${next}`}`;
};

const apimTable = () =>
  table(
    [
      'APIM',
      'databases',
      'PostgreSQL instead',
      'variables of the Management API',
      '`MGMT_API_URL` and `PORTAL_API_URL` end in',
      'licence',
    ],
    apimGenerations.map((row, index) => [
      releases(apimGenerations, index),
      [row.mongo, ...(row.elasticsearch === undefined ? [] : [row.elasticsearch])].map(quoted).join('<br>'),
      row.hasPostgresDriver ? 'yes' : 'the image has no driver',
      variablesOf(managementVariables(row)),
      [row.managementPath, row.portalPath].map(quoted).join('<br>'),
      row.licensed ? 'for creating a provider' : 'none',
    ]),
  );

const apimPartsTable = () => {
  const { console, portal } = pages({ tag: 'TAG', registry: publicRegistry }, 'http://HOST:PORT');
  const api = managementApi({ tag: 'TAG', registry: publicRegistry }, { username: '', password: '' });
  return table(
    ['image', 'ports inside', 'ready when', 'seconds at most'],
    [api, console, portal].map(({ image, ports = [], ready, deadline }) => [
      quoted(image),
      ports.join(', '),
      `\`${awaited({ ready: ready ?? { log: /./ } })}\`${image === api.image ? `, then \`GET :${apimPorts.health}${healthPath}\` says that all is well` : ''}`,
      String(deadline / 1000),
    ]),
  );
};

const amTable = () =>
  table(
    ['AM', 'database', 'variables of both servers'],
    amGenerations.map((row, index) => [releases(amGenerations, index), quoted(amMongo), variablesOf(amVariables(row))]),
  );

/** The tables of `docs/stacks.md` by the name of their place. */
export const stackTables = (): readonly (readonly [name: string, content: string])[] => [
  ['apim-parts', apimPartsTable()],
  ['apim-releases', apimTable()],
  ['am-releases', amTable()],
];
