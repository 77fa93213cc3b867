import type { SiteOptions } from '../../../../mock-idp/api.ts';
import { startMockIdp } from '../../../../mock-idp/mock-idp.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import type { RunningIdp } from '../idp.ts';

/** The mock IdP in this process: nothing to install, nothing to reach. */
export async function startInProcess(
  { profile }: Extract<IdpSettings, { kind: 'mock' }>,
  site: SiteOptions,
): Promise<RunningIdp> {
  const mock = await startMockIdp(site);
  return {
    party: { kind: 'mock', version: 'embedded', mode: profile },
    origin: mock.origin,
    ca: mock.ca,
    brokenHandshakes: mock.brokenHandshakes,
    view: (name) => mock.view(name, { profile }),
    [Symbol.asyncDispose]: () => mock[Symbol.asyncDispose](),
  };
}
