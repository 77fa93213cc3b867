import { startReferenceApim } from '../../../../reference-apim/reference-apim.ts';
import type { ReferenceSettings } from '../../../config/sut-settings.ts';
import type { RunningSut } from '../sut.ts';

/** The stand-in for APIM in this process: nothing to install, nothing to reach. */
export async function startInProcess({ mode }: ReferenceSettings): Promise<RunningSut> {
  const { managementUrl, portalApiUrl, consoleUrl, portalUrl, ...apim } = await startReferenceApim({ mode });
  return {
    party: { kind: 'reference', version: 'embedded', mode },
    managementUrl,
    portalApiUrl,
    consoleUrl,
    portalUrl,
    [Symbol.asyncDispose]: () => apim[Symbol.asyncDispose](),
  };
}
