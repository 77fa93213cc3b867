import { createHmac, randomBytes } from 'node:crypto';
import Provider, { errors, type Configuration, type JWKS } from 'oidc-provider';
import type { IdpProfile, TestUser } from '../api.ts';
import { refuseAdminScope, together, withholdAdminScope } from './admin-scope.ts';
import { echoApplicationType, takeAnyApplicationType } from './application-type.ts';
import { signInPage } from './login.ts';
import { admitAdminToken, admitAdminToManage } from './registration-access.ts';
import { renewSecret } from './secret-renewal.ts';
import type { Store } from './store.ts';

export interface ProviderOptions {
  issuer: string;
  store: Store;
  keys: JWKS;
  profile: IdpProfile;
  rotate: boolean;
  adminScope: string;
  testUser: TestUser;
}

const hour = 3600;

/** Identifiers of people last as long as the process. */
const pairwiseKey = randomBytes(32);

/** A scope of some API, which every client may ask for. */
const apiScope = 'api:read';

/** Everything the library offers but `token` alone, which it does not know. */
const responseTypes = [
  'code',
  'id_token',
  'id_token token',
  'code id_token',
  'code token',
  'code id_token token',
  'none',
] as const;

/** oidc-provider with the adaptations of the mock and secret renewal; all else is the library's own doing. */
export function createProvider(options: ProviderOptions): Provider {
  const { store, rotate, adminScope, profile, testUser } = options;
  const provider = new Provider(options.issuer, configurationOf(options));
  provider.use(withholdAdminScope(adminScope));
  provider.use(admitAdminToken(provider, adminScope));
  provider.use(admitAdminToManage(provider, adminScope));
  if (profile === 'gravitee') provider.use(echoApplicationType);
  provider.use(renewSecret(provider, { store, rotate }));
  provider.use(signInPage(provider, testUser));
  return provider;
}

/** RFC 7009 §2.1: a token of another client is not revoked, and its caller is told so. */
const ownTokens: Extract<NonNullable<NonNullable<Configuration['features']>['revocation']>, object>['allowedPolicy'] = (
  _ctx,
  client,
  token,
) => {
  if (token.clientId === client.clientId) return true;
  throw new errors.InvalidRequest('the token was issued to another client');
};

/** Names whatever the library would otherwise print a development notice about. */
const configurationOf = ({ issuer, store, keys, profile, rotate, adminScope }: ProviderOptions): Configuration => ({
  adapter: store.adapter,
  jwks: keys,
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  scopes: ['openid', 'offline_access', apiScope, adminScope],
  responseTypes: [...responseTypes],
  subjectTypes: ['public', 'pairwise'],
  pairwiseIdentifier: (_ctx, accountId, { sectorIdentifier = '' }) =>
    createHmac('sha256', pairwiseKey)
      .update(`${String(sectorIdentifier)} ${accountId}`)
      .digest('base64url'),
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  clientBasedCORS: (_ctx, origin, { redirectUris = [] }) =>
    redirectUris.some((uri) => URL.parse(uri)?.origin === origin),
  extraClientMetadata: together(
    refuseAdminScope(adminScope),
    ...(profile === 'gravitee' ? [takeAnyApplicationType] : []),
  ),
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: (_ctx, { uid }) => `${issuer}/interaction/${uid}` },
  renderError(ctx, out) {
    ctx.type = 'json';
    ctx.body = out;
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true, allowedPolicy: (_ctx, client) => client.clientAuthMethod !== 'none' },
    revocation: { enabled: true, allowedPolicy: ownTokens },
    registration: { enabled: true, initialAccessToken: true },
    registrationManagement: { enabled: true, rotateRegistrationAccessToken: rotate },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource(ctx, form) {
        ctx.body = form;
      },
      postLogoutSuccessSource(ctx) {
        ctx.body = 'signed out';
      },
    },
  },
  ttl: {
    AccessToken: hour,
    AuthorizationCode: 60,
    ClientCredentials: 600,
    Grant: 24 * hour,
    IdToken: hour,
    Interaction: hour,
    RefreshToken: 24 * hour,
    Session: 24 * hour,
  },
});
