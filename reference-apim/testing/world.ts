import type { ReferenceMode, ReferenceOptions } from '../api.ts';
import { startReferenceApim } from '../reference-apim.ts';
import { startGoodIdp } from './good-idp.ts';
import {
  enableRegistration,
  environment,
  providers,
  restCaller,
  type RestAnswer,
  type RestCaller,
} from './rest-caller.ts';
import type { SeenRequest, StubIdp } from './stub-idp.ts';

/** A reference APIM with registration enabled, and an IdP. */
export interface World extends AsyncDisposable {
  readonly idp: StubIdp;
  readonly call: RestCaller;
  /** Creates the provider; `extra` over working values. */
  provide(extra?: object): Promise<RestAnswer>;
  /** Creates an application of a type through the Management REST API. */
  create(type: keyof typeof settingsOf, extra?: object): Promise<RestAnswer>;
  /** The last request of this method. */
  last(method: string): SeenRequest | undefined;
}

export const settingsOf = {
  web: { application_type: 'web', grant_types: ['authorization_code'], redirect_uris: ['https://a.example/cb'] },
  browser: {
    application_type: 'browser',
    grant_types: ['authorization_code'],
    redirect_uris: ['https://a.example/cb'],
  },
  machine: { application_type: 'backend_to_backend', grant_types: ['client_credentials'] },
};

export async function startWorld(
  mode: ReferenceMode,
  quirks: NonNullable<ReferenceOptions['quirks']>,
  override?: Parameters<typeof startGoodIdp>[0],
): Promise<World> {
  await using started = new AsyncDisposableStack();
  const idp = started.use(await startGoodIdp(override));
  const apim = started.use(await startReferenceApim({ mode, quirks }));
  const call = restCaller(apim);
  await enableRegistration(call);
  const running = started.move();
  return {
    idp,
    call,
    provide: (extra = {}) =>
      call('POST', providers, {
        name: 'Mock',
        discovery_endpoint: `${idp.origin}/.well-known/openid-configuration`,
        initial_access_token_type: 'CLIENT_CREDENTIALS',
        client_id: 'apim',
        client_secret: 's3cret',
        scopes: ['dcr_admin'],
        ...extra,
      }),
    create: (type, extra = {}) =>
      call('POST', `${environment}/applications`, {
        name: 'app',
        description: 'd',
        settings: { oauth: { ...settingsOf[type], ...extra } },
      }),
    last: (method) => idp.seen.findLast((request) => request.method === method),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

export const idOf = (answer: RestAnswer): string => (answer.body as { id: string }).id;
export const messageOf = (answer: RestAnswer): string => (answer.body as { message: string }).message;

export const headerOf = (request: SeenRequest | undefined, name: string): string | undefined =>
  request?.headers.find(([found]) => found.toLowerCase() === name)?.[1];
