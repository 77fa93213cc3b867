import type { IdpView, SiteOptions } from '../../../mock-idp/api.ts';
import { startFront } from '../../../mock-idp/remote/front.ts';
import type { RemoteParty } from '../../../mock-idp/remote/party.ts';
import type { BrokenHandshake } from '../../../mock-idp/recorder.ts';
import type { IdpKind, IdpSettings } from '../../config/idp-settings.ts';
import type { Party } from '../../recording/recording.ts';

/** The identity provider of a target: started or attached to, always behind the recorder. */
export interface RunningIdp extends AsyncDisposable {
  /** As a recording names it. */
  readonly party: Party;
  /** Of the recorder, as the SUT sees it. */
  readonly origin: string;
  /** PEM of the authority behind the recorder's certificate; undefined without TLS. */
  readonly ca: string | undefined;
  /** TLS connections of clients that trusted nothing and so asked nothing. */
  readonly brokenHandshakes: () => readonly BrokenHandshake[];
  /** An issuer of its own for one story. What is registered there is removed with it, where the IdP can do that. */
  view(name: string): Promise<IdpView>;
}

/** One kind of IdP that runs by itself. The recorder in front of it is not its business. */
export interface IdpDriver extends AsyncDisposable {
  readonly version: string;
  readonly mode?: string;
  /** PEM of an authority to trust at the IdP. */
  readonly ca?: string | undefined;
  party(name: string): Promise<RemoteParty>;
}

type Settings<K extends IdpKind> = Extract<IdpSettings, { kind: K }>;

type Remote = Exclude<IdpSettings, { kind: 'mock'; controlUrl?: undefined }>;

/** Loaded on demand: a run needs one of them. */
const drivers: { [K in IdpKind]: (settings: Settings<K>) => Promise<IdpDriver> } = {
  mock: async (settings) => (await import('./mock/attached.ts')).attachMock(settings),
  keycloak: async (settings) => (await import('./keycloak/driver.ts')).startKeycloakDriver(settings),
  'gravitee-am': async (settings) => (await import('./gravitee-am/driver.ts')).startGraviteeAm(settings),
  lemonldap: async (settings) => (await import('./generic/driver.ts')).attachLemonldap(settings),
  generic: async (settings) => (await import('./generic/driver.ts')).attachGeneric(settings),
};

/** Starts or attaches to the IdP, with the recorder in front. `site`: where the recorder listens and how the SUT reaches it. */
export async function startIdp(settings: IdpSettings, site: SiteOptions = {}): Promise<RunningIdp> {
  if (settings.kind === 'mock' && settings.controlUrl === undefined && settings.run === undefined)
    return (await import('./mock/in-process.ts')).startInProcess(settings, site);
  await using started = new AsyncDisposableStack();
  const driver = started.use(await driverOf(settings));
  const front = started.use(await startFront({ ...site, upstreamCa: driver.ca }));
  const running = started.move();
  return {
    party: { kind: settings.kind, version: driver.version, ...(driver.mode !== undefined && { mode: driver.mode }) },
    origin: front.origin,
    ca: front.ca,
    brokenHandshakes: front.brokenHandshakes,
    view: async (name) => front.open(name, await driver.party(name)),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function driverOf(settings: Remote): Promise<IdpDriver> {
  switch (settings.kind) {
    case 'mock':
      return drivers.mock(settings);
    case 'keycloak':
      return drivers.keycloak(settings);
    case 'gravitee-am':
      return drivers['gravitee-am'](settings);
    case 'lemonldap':
      return drivers.lemonldap(settings);
    case 'generic':
      return drivers.generic(settings);
  }
}
