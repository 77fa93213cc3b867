import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { JWKS } from 'oidc-provider';
import { UsageError } from '../src/errors.ts';
import { wellKnown } from '../src/oauth/well-known.ts';
import type { AdminClient, IdpProfile, MockIdpView, RegisteredClient, ViewOptions } from './api.ts';
import { createArmed } from './faults/armed.ts';
import type { Fault, FaultAt } from './faults/fault.ts';
import { asSent } from './provider/application-type.ts';
import { createProvider } from './provider/provider.ts';
import { createStore, type Store } from './provider/store.ts';
import type { Route } from './recorder.ts';
import type { Behind } from './recorder/behind.ts';
import { createExchangeLog } from './recorder/exchange-log.ts';
import type { Upstream } from './upstream.ts';

/** A view with what only the mock itself needs of it. */
export interface LiveView extends MockIdpView {
  readonly profile: IdpProfile;
  readonly armed: readonly Fault[];
  /** Secrets that the view handed out outside of any exchange. */
  readonly knownSecrets: readonly string[];
  /** For one request, which may use up a fault. */
  routeTo(endpoint: FaultAt | undefined, method: string): Route;
}

export interface ViewParts extends ViewOptions {
  name: string;
  /** Origin of the recorder. */
  origin: string;
  keys: JWKS;
  upstream: Upstream;
  /** The server with all providers, as the recorder asks it. */
  behind: Behind;
  /** Clients reach it at another address, or over TLS: the provider believes what the recorder says of that. */
  proxied: boolean;
  onDispose: () => void;
}

const defaultDeadline = 10_000;

export function createView({
  name,
  origin,
  keys,
  upstream,
  behind,
  proxied,
  onDispose,
  ...options
}: ViewParts): LiveView {
  const { profile = 'strict', rotateRegistrationAccessToken: rotate = false, adminScope = 'dcr_admin' } = options;
  const issuer = `${origin}/${name}`;
  const store = createStore();
  const testUser = { username: 'alice', password: randomBytes(12).toString('base64url') };
  const provider = createProvider({ issuer, store, keys, profile, rotate, adminScope, testUser });
  provider.proxy = proxied;
  const log = createExchangeLog();
  const administrators = new Set<string>();
  const knownSecrets = [testUser.password];
  const armed = createArmed();
  let live = true;
  const answer = provider.callback();
  upstream.mount(name, (request, response) => void answer(request, response));
  return {
    name,
    issuer,
    discoveryUrl: wellKnown(issuer),
    testUser,
    profile,
    get armed() {
      return armed.all();
    },
    knownSecrets,
    routeTo: (endpoint, method) => ({ behind, faults: armed.meet(endpoint, method), log }),
    async createAdminClient(wanted = {}) {
      const admin = await addAdminClient(provider, store, { ...newAdmin(adminScope), ...wanted });
      administrators.add(admin.clientId);
      knownSecrets.push(admin.clientSecret);
      return admin;
    },
    async createInitialAccessToken() {
      const token = await new provider.InitialAccessToken({}).save();
      knownSecrets.push(token);
      return token;
    },
    exchanges: log.all,
    waitForExchange: (what, matches, deadline = defaultDeadline) => log.waitFor(what, matches, deadline),
    clients: async () => registered(store, administrators),
    arm: (...faults) => armed.arm(faults),
    disarm: () => armed.disarm(),
    async [Symbol.asyncDispose]() {
      // A second call must not take the name from a view that has been opened under it since.
      if (!live) return;
      live = false;
      upstream.unmount(name);
      log.close();
      onDispose();
    },
  };
}

const newAdmin = (scope: string): AdminClient => ({
  clientId: `admin-${randomBytes(4).toString('hex')}`,
  clientSecret: randomBytes(32).toString('base64url'),
  scope,
});

/** Only the token endpoint knows an administrator; it may also ask for `openid`, as APIM's own documentation does. */
async function addAdminClient(provider: Provider, store: Store, admin: AdminClient): Promise<AdminClient> {
  const { clientId, clientSecret, scope } = admin;
  await store.clients.upsert(clientId, {
    client_id: clientId,
    client_secret: clientSecret,
    scope: [...new Set(['openid', ...scope.split(' ')])].join(' '),
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  });
  try {
    await provider.Client.find(clientId);
    return admin;
  } catch (error) {
    await store.clients.destroy(clientId);
    throw new UsageError(`The IdP takes no such admin client: ${reasonOf(error)}.`);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'error_description' in error ? String(error.error_description) : String(error);

const registered = (store: Store, administrators: ReadonlySet<string>): RegisteredClient[] =>
  store
    .listClients()
    .map((metadata) => asSent({ ...metadata }))
    .map((metadata) => ({ clientId: String(metadata['client_id']), metadata }))
    .filter(({ clientId }) => !administrators.has(clientId));
