import { z } from 'zod';
import type { Management } from './management.ts';

/** Without it an APIM from 4.0 on makes no provider; everything else about registration works. */
const feature = 'apim-dcr-registration';

const licence = z.looseObject({ features: z.array(z.string()) });

/** The one that 4.3 added, then the one that 4.0 had. 3.20 has neither, and no gate. */
const paths = ['/v2/organizations/DEFAULT/license', '/v2/license'];

/** Whether the product makes providers, as its licence endpoint says. */
export async function mayCreateProviders({ send }: Management): Promise<boolean> {
  for (const path of paths) {
    const response = await send('GET', path);
    const said = response.ok ? licence.safeParse(await response.json().catch(() => undefined)) : undefined;
    if (said?.success === true) return said.data.features.includes(feature);
  }
  return true;
}

/** The one sentence of an unlicensed product: what, which file, how to give it. */
export const unlicensed = `The product has no licence for the feature "${feature}", without which APIM 4 creates no client registration provider: give it a license.key (mounted at /opt/graviteeio-management-api/license, or base64 in the variable LICENSE_KEY), or use one where a provider exists already.`;
