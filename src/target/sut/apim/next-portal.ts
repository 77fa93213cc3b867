import { z } from 'zod';
import { Inconclusive } from '../../../errors.ts';
import { portalApiOf, withoutSlash, type Addresses } from './addresses.ts';

const configuration = z.looseObject({
  portalNext: z.looseObject({ access: z.looseObject({ enabled: z.boolean() }) }).optional(),
});

/** Milliseconds. */
const deadline = 10_000;

/** What switches it on in an image: it is off as shipped, and its pages send everybody away then. */
export const nextPortalVariables = { gravitee_portal_next_access_enabled: 'true' } as const;

/** The next-gen portal is there for everybody, who need not sign in to be told. */
export async function requireNextPortal(addresses: Addresses): Promise<void> {
  const api = await portalApiOf(withoutSlash(addresses));
  const answer = await fetch(`${api}/environments/DEFAULT/configuration`, {
    signal: AbortSignal.timeout(deadline),
  }).catch(() => undefined);
  const told = configuration.safeParse(await answer?.json().catch(() => undefined)).data;
  if (told?.portalNext?.access.enabled === true) return;
  throw new Inconclusive(
    told?.portalNext === undefined
      ? `The product has no next-gen portal, as ${api} tells. It came with APIM 4.4. Leave --portal next out.`
      : 'The next-gen portal is switched off in this product. Switch it on in the Console (Settings > Settings, "Enable the New Developer Portal"), or leave --portal next out.',
  );
}
