import type { ApimSettings } from '../../../config/sut-settings.ts';
import { Inconclusive } from '../../../errors.ts';
import { jsonOf } from '../../../recording/body.ts';
import { provideImages, type FromImages } from '../../containers/from-images.ts';
import type { ContainerGroup } from '../../containers/group.ts';
import { until } from '../../until.ts';
import type { Addresses } from './addresses.ts';
import { analytics, basic, database, managementApi as managementSpec, pages, type ApimImages } from './containers.ts';
import { healthAccount, healthPath, ports } from './images.ts';
import { mayCreateProviders, unlicensed } from './licence.ts';
import { managementApi, type Account } from './management.ts';

/** Milliseconds, after the REST API has answered. */
const healthDeadline = 60_000;

/** The official images: REST API, both user interfaces and their databases. */
export const apimFromImages =
  (images: ApimImages, admin: Account): FromImages<ApimSettings> =>
  async (group) => {
    const { console, portal } = pages(images, '');
    const parts = [database(images), analytics(images), managementSpec(images, admin), console, portal];
    await provideImages(group.engine, ...parts.flatMap((part) => (part === undefined ? [] : [part.image])));
    return async () => ({ kind: 'apim', run: await startApim(images, admin, group) });
  };

async function startApim(images: ApimImages, admin: Account, group: ContainerGroup): Promise<Addresses> {
  const store = analytics(images);
  const mapped = Promise.withResolvers<string>();
  // Whoever fails first is told of; those who wait for a port are told nothing.
  mapped.promise.catch(() => undefined);
  const startApi = async () => {
    await group.start(database(images));
    const api = await group.start(managementSpec(images, admin), (origin) => mapped.resolve(origin(ports.management)));
    await healthy(api.origin(ports.health));
    return api;
  };
  // The pages have to be told the port that the API got, so they start as soon as it has one.
  const startPages = async () => {
    const { console, portal } = pages(images, await mapped.promise);
    return Promise.all([group.start(console), group.start(portal)]);
  };
  const [[console, portal], api] = await Promise.all([
    startPages(),
    startApi().catch((error: unknown) => {
      mapped.reject(error);
      throw error;
    }),
    store && group.start(store),
  ]);
  const managementUrl = `${await mapped.promise}/management`;
  const management = managementApi(managementUrl, admin);
  await management.ready();
  if (!(await mayCreateProviders(management))) throw new Inconclusive(`${unlicensed} Give it with --licence.`);
  return {
    how: 'attach',
    managementUrl,
    consoleUrl: console.origin(ports.console),
    portalUrl: portal.origin(ports.portal),
    startedFrom: images.tag,
    containers: [api, console, portal].map(({ asPart }) => asPart),
  };
}

/** The product's own word that it is well: every probe, its repositories among them. */
const healthy = (origin: string): Promise<void> =>
  until({
    what: `the health endpoint of the Management API (${healthPath})`,
    look: async () => {
      const answer = await fetch(`${origin}${healthPath}`, { headers: { authorization: basic(healthAccount) } }).catch(
        () => undefined,
      );
      if (answer === undefined) return 'no answer';
      const text = await answer.text();
      return answer.ok ? undefined : `${answer.status}, unwell: ${unwell(jsonOf(text)).join(', ') || 'nothing named'}`;
    },
    deadline: healthDeadline,
    interval: 200,
  });

/** Names of the probes that are not healthy. */
function unwell(told: unknown): string[] {
  if (typeof told !== 'object' || told === null) return [];
  return Object.entries(told).flatMap(([name, probe]: [string, unknown]) =>
    typeof probe === 'object' && probe !== null && 'healthy' in probe && probe.healthy === false ? [name] : [],
  );
}
