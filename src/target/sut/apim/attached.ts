import { z } from 'zod';
import type { ApimSettings } from '../../../config/sut-settings.ts';
import { Inconclusive } from '../../../errors.ts';
import type { RunningSut, SutSurroundings } from '../sut.ts';
import { isSame, readInstallation, restoreInstallation, unrestorable } from './installation.ts';
import { mayCreateProviders, unlicensed } from './licence.ts';
import { environment, managementApi } from './management.ts';

type Attach = ApimSettings['run'];

const build = z.looseObject({ version: z.string().regex(/^\d+\.\d+/) });

const deadline = 10_000;

const trimmed = (url: string) => url.replace(/\/+$/, '');

/** A running APIM, used as it is: nothing is started, and nothing stopped with it. */
export async function attachApim(
  { managementUrl, consoleUrl, portalUrl }: Attach,
  { admin }: SutSurroundings,
): Promise<RunningSut> {
  const base = trimmed(managementUrl);
  // Readiness: one authenticated call, about what every story needs.
  await managementApi(base, admin).call('GET', `${environment}/settings`);
  return {
    party: { kind: 'apim', version: await versionAt(trimmed(consoleUrl)), mode: 'attached' },
    managementUrl: base,
    portalApiUrl: base.replace(/\/management$/, '/portal'),
    consoleUrl: trimmed(consoleUrl),
    portalUrl: trimmed(portalUrl),
    logs: () => Promise.resolve([]),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function versionAt(consoleUrl: string): Promise<string> {
  const answer = await fetch(`${consoleUrl}/build.json`, { signal: AbortSignal.timeout(deadline) }).catch(
    (error: unknown) => {
      throw new Inconclusive(`Console: nothing answers at ${consoleUrl}. Correct --console-url.`, { cause: error });
    },
  );
  const said = build.safeParse(await answer.json().catch(() => undefined));
  return said.success ? said.data.version : 'unknown';
}

/**
 * Looks at an attached APIM before a browser starts, and makes it what it was when disposed of: also after a failure or a
 * Ctrl-C, whatever became of the process that walked the stories.
 */
export async function guardApim({ managementUrl }: Attach, { admin }: SutSurroundings): Promise<AsyncDisposable> {
  const management = managementApi(trimmed(managementUrl), admin);
  const before = await readInstallation(management);
  if (before.providers.length === 0 && !(await mayCreateProviders(management))) throw new Inconclusive(unlicensed);
  const name = unrestorable(before);
  if (name !== undefined)
    throw new Inconclusive(
      `The provider "${name}" of the product shows its secrets as stars, so it could not be put back after a run. Nothing was changed. Delete it for the run, or use another APIM.`,
    );
  return {
    async [Symbol.asyncDispose]() {
      if (isSame(await readInstallation(management), before)) return;
      await restoreInstallation(management, before);
      if (!isSame(await readInstallation(management), before))
        throw new Inconclusive(
          'The product could not be made what it was before: its settings, providers or applications differ.',
        );
    },
  };
}
