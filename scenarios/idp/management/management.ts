import { defineGroup, type ProbeCase } from '../case.ts';
import { openAuthorization } from '../use/authorization.ts';
import { refusedUpdates } from './update-refused.ts';
import { acceptedUpdates, movedRedirect, updated } from './update.ts';
import { webRedirect } from '../templates.ts';

/** A changed redirect URI, at the authorization endpoint. */
const redirects: readonly ProbeCase[] = [
  {
    name: 'authorize-new-redirect',
    title: 'ask for a code with the redirect URI that an update brought',
    needs: ['mgmt-update'],
    twin: 'update-redirect',
    run: (probe) => openAuthorization(probe, probe.client(updated), { redirectUri: movedRedirect }),
  },
  {
    name: 'authorize-old-redirect',
    title: 'ask for a code with the redirect URI that an update took away',
    needs: ['mgmt-update'],
    twin: 'authorize-new-redirect',
    run: (probe) => openAuthorization(probe, probe.client(updated), { redirectUri: webRedirect }),
  },
];

export const update = defineGroup(
  'update',
  'Update (RFC 7592 §2.2)',
  ...acceptedUpdates,
  ...redirects,
  ...refusedUpdates,
);
