import type { ProductContainers } from '../../../config/sut-settings.ts';
import { Inconclusive } from '../../../errors.ts';
import type { RunningSut, SutSurroundings } from '../sut.ts';
import { portalApiOf, requirePages, versionAt, withoutSlash, type Addresses } from './addresses.ts';
import { isSame, readInstallation, restoreInstallation, unrestorable } from './installation.ts';
import { mayCreateProviders, unlicensed } from './licence.ts';
import { managementApi } from './management.ts';

/** A running APIM, used as it is: nothing is started, and nothing stopped with it. */
export async function attachApim(run: Addresses, { admin }: SutSurroundings): Promise<RunningSut> {
  const addresses = withoutSlash(run);
  await managementApi(addresses.managementUrl, admin).ready();
  const { managementUrl, consoleUrl, portalUrl, version: givenVersion, startedFrom, containers } = addresses;
  const [version, portalApiUrl] = await Promise.all([givenVersion ?? versionAt(addresses), portalApiOf(addresses)]);
  return {
    party:
      startedFrom === undefined
        ? { kind: 'apim', version, mode: 'attached' }
        : { kind: 'apim', version: version === 'unknown' ? startedFrom : version, mode: 'images' },
    ...(givenVersion !== undefined && { givenVersion }),
    managementUrl,
    portalApiUrl,
    consoleUrl,
    portalUrl,
    ...(containers !== undefined && { outputsSince: await outputsOf(containers) }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Loaded on demand: a product that runs already needs no engine. */
async function outputsOf(containers: ProductContainers): Promise<NonNullable<RunningSut['outputsSince']>> {
  const { outputsSince } = await import('../../containers/output.ts');
  return (since) => outputsSince(containers, since);
}

/**
 * Looks at an attached APIM before a browser starts, and makes it what it was when disposed of: also after a failure or a
 * Ctrl-C, whatever became of the process that walked the stories.
 */
export async function guardApim(run: Addresses, { admin }: SutSurroundings): Promise<AsyncDisposable> {
  const addresses = withoutSlash(run);
  const management = managementApi(addresses.managementUrl, admin);
  await management.ready();
  await requirePages(addresses);
  const before = await readInstallation(management);
  if (before.providers.length === 0 && !(await mayCreateProviders(management))) throw new Inconclusive(unlicensed);
  const reason = await unrestorable(management, before);
  if (reason !== undefined)
    throw new Inconclusive(
      `${reason}, so it could not be put back after a run. Nothing was changed. Mend or delete it, or use another APIM.`,
    );
  return {
    async [Symbol.asyncDispose]() {
      // A walker that was killed may have had a request under way, whose work shows only after the first restoration.
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        if (isSame(await readInstallation(management), before)) return;
        await restoreInstallation(management, before);
      }
      if (!isSame(await readInstallation(management), before))
        throw new Inconclusive(
          'The product could not be made what it was before: its settings, providers or applications differ.',
        );
    },
  };
}
