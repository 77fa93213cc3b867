import { Inconclusive } from '../../../errors.ts';
import { jsonOf } from '../../../recording/body.ts';
import type { ContainerGroup } from '../../containers/group.ts';
import { until } from '../../until.ts';
import type { RunningSut } from '../sut.ts';
import { versionAt } from './addresses.ts';
import { analytics, basic, database, managementApi as managementSpec, pages, type ApimImages } from './containers.ts';
import { healthAccount, healthPath, ports } from './images.ts';
import { mayCreateProviders, unlicensed } from './licence.ts';
import { managementApi, type Account } from './management.ts';

/** Milliseconds, after the REST API has answered. */
const healthDeadline = 60_000;

/** Starts the official images: REST API, both user interfaces and their database. They end with the group. */
export async function startApimStack(
  images: ApimImages,
  { admin, containers }: { admin: Account; containers: ContainerGroup },
): Promise<RunningSut> {
  const store = analytics(images);
  const mapped = Promise.withResolvers<string>();
  // Whoever fails first is told of; the others are told nothing.
  mapped.promise.catch(() => undefined);
  const startApi = async () => {
    await containers.start(database(images));
    const api = await containers.start(managementSpec(images, admin), (origin) =>
      mapped.resolve(origin(ports.management)),
    );
    await healthy(api.origin(ports.health));
  };
  // The pages have to be told the port that the API got, so they start as soon as it has one.
  const startPages = async () => {
    const { console, portal } = pages(images, await mapped.promise);
    return Promise.all([containers.start(console), containers.start(portal)]);
  };
  const [[console, portal]] = await Promise.all([
    startPages(),
    startApi().catch((error: unknown) => {
      mapped.reject(error);
      throw error;
    }),
    store && containers.start(store),
  ]);
  const api = await mapped.promise;
  const management = managementApi(`${api}/management`, admin);
  await management.ready();
  if (!(await mayCreateProviders(management))) throw new Inconclusive(`${unlicensed} Give it with --licence.`);
  const addresses = {
    managementUrl: `${api}/management`,
    consoleUrl: console.origin(ports.console),
    portalUrl: portal.origin(ports.portal),
  };
  return {
    party: { kind: 'apim', version: await versionOf(addresses.consoleUrl, images.tag), mode: 'images' },
    ...addresses,
    portalApiUrl: `${api}/portal`,
    logs: () => containers.logs(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function versionOf(consoleUrl: string, tag: string): Promise<string> {
  const told = await versionAt({ consoleUrl });
  return told === 'unknown' ? tag : told;
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
