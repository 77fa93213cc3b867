import { Inconclusive } from '../../../errors.ts';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import type { IdpDriver } from '../idp.ts';

type Of<K extends IdpSettings['kind']> = Extract<IdpSettings, { kind: K }>;

/**
 * Any IdP, with a client or a token that its administrator made. It cannot be asked what is registered there: a read by
 * RFC 7592 would use the client's own token, which many IdPs replace with each use, and so break what is observed.
 */
export const attachGeneric = async ({ discoveryUrl, access, ca }: Of<'generic'>): Promise<IdpDriver> => ({
  version: 'attached',
  ca,
  party: async () => ({
    discoveryUrl,
    createAdminClient: async () => {
      if (access.by === 'client-credentials') return pick(access);
      throw new Inconclusive(
        'The stories configure the product with client credentials, but the IdP was given with an initial access token. Give --idp-client-id and --idp-client-secret-env.',
      );
    },
    createInitialAccessToken: async () => {
      if (access.by === 'initial-access-token') return access.token;
      throw new Inconclusive('No initial access token was given. Give one with --initial-access-token-env.');
    },
    clients: async () => null,
    [Symbol.asyncDispose]: async () => undefined,
  }),
  [Symbol.asyncDispose]: async () => undefined,
});

/** LemonLDAP::NG registers whoever asks; the client is for products that want a token all the same. */
export const attachLemonldap = ({ discoveryUrl, ca, ...client }: Of<'lemonldap'>): Promise<IdpDriver> =>
  attachGeneric({
    kind: 'generic',
    discoveryUrl,
    ca,
    access: { by: 'client-credentials', ...pick(client) },
  });

interface Client {
  clientId: string;
  clientSecret: string;
  scope: string;
}

const pick = ({ clientId, clientSecret, scope }: Client): Client => ({ clientId, clientSecret, scope });
