import { objectOf } from './body.ts';
import {
  observationNames,
  sightedNames,
  type CaseObservation,
  type FaultObservation,
  type ObservationName,
  type PlainObservation,
  type SightedName,
} from './observation-names.ts';
import type { Application, ApplicationType, Provider } from './recording.ts';
import type { Seen, SeenCase, SeenExchange } from './seen.ts';
import { sightedTable } from './sighted.ts';

interface Observation {
  /** Ends the sentence "never seen: …". */
  readonly says: string;
  readonly seenIn: (seen: Seen) => boolean;
}

const registered = (type: ApplicationType) => (seen: Seen) =>
  seen.of('registration').some(({ applicationType }) => applicationType === type);

const hasBasic = (decisive: boolean) => (seen: Seen) =>
  seen.exchanges.some(({ exchange }) =>
    exchange.facts.some((fact) => fact.kind === 'basic-credentials' && (!decisive || fact.encoding !== 'either')),
  );

const accepted = ({ response }: SeenExchange) =>
  response.status >= 200 && response.status < 300 && objectOf(response.json)?.['client_id'] !== undefined;

/** Registered twice with one type: through two UIs where the scenario says which, in one import otherwise. */
function severalUis(seen: Seen): boolean {
  const byType = Map.groupBy(seen.of('registration'), ({ applicationType }) => applicationType);
  byType.delete(undefined);
  return [...byType.values()].some((same) => {
    const through = new Set(same.map(({ application }) => application?.through));
    return through.has(undefined) ? same.length > 1 : through.size > 1;
  });
}

const anApplication = (test: (application: Application) => boolean) => (seen: Seen) =>
  seen.recordings.some(({ applications }) => applications.some(test));

const aProvider = (test: (provider: Provider) => boolean) => (seen: Seen) =>
  seen.recordings.some(({ provider }) => provider !== null && test(provider));

/** Longer than what forms are tried with: a product may cut it, or say that it is too long. */
export const isLong = ({ name, redirectUris }: Application): boolean =>
  name.length >= 1000 || redirectUris.length >= 100;

/** So many registrations of one recording in so many milliseconds could use one token. */
const row = { count: 10, within: 60_000 };

function hasRow(seen: Seen): boolean {
  const byRecording = Map.groupBy(seen.of('registration').filter(accepted), ({ recording }) => recording);
  return [...byRecording.values()].some((list) =>
    list.some((exchange, index) => {
      const last = list[index + row.count - 1];
      return last !== undefined && last.exchange.startedAt - exchange.exchange.startedAt <= row.within;
    }),
  );
}

const wireTable: { readonly [Name in Exclude<PlainObservation, SightedName>]: Observation } = {
  discovery: { says: 'a request for the IdP metadata', seenIn: (seen) => seen.of('discovery').length > 0 },
  'token-request': { says: 'a token request', seenIn: (seen) => seen.of('token').length > 0 },
  'basic-credentials': { says: 'an Authorization: Basic header', seenIn: hasBasic(false) },
  'decisive-basic-credentials': {
    says: 'Basic credentials with a character that form-urlencoding changes',
    seenIn: hasBasic(true),
  },
  registration: { says: 'a registration request', seenIn: (seen) => seen.of('registration').length > 0 },
  'registration-accepted': {
    says: 'a registration that the IdP accepted',
    seenIn: (seen) => seen.of('registration').some(accepted),
  },
  'registration-with-token': {
    says: 'a registration after a token was issued',
    seenIn: (seen) =>
      seen.of('token').some(({ response }) => response.status === 200) && seen.of('registration').length > 0,
  },
  'registration:backend_to_backend': {
    says: 'the registration of a Backend to Backend application',
    seenIn: registered('backend_to_backend'),
  },
  'registration:web': { says: 'the registration of a Web application', seenIn: registered('web') },
  'registration:browser': { says: 'the registration of an SPA', seenIn: registered('browser') },
  'registration:native': { says: 'the registration of a Native application', seenIn: registered('native') },
  'application:simple': {
    says: 'the creation of a Simple application',
    seenIn: (seen) => seen.recordings.some(({ applications }) => applications.some(({ type }) => type === 'simple')),
  },
  'static-initial-access-token': {
    says: 'a provider with a static initial access token',
    seenIn: (seen) => seen.recordings.some(({ provider }) => provider?.initialAccessToken === 'initial_access_token'),
  },
  provider: {
    says: 'how the provider is configured',
    seenIn: (seen) => seen.recordings.some(({ provider }) => provider !== null),
  },
  'several-uis': { says: 'one application type registered through two UIs', seenIn: severalUis },
  'management-request': {
    says: 'a request to a client configuration endpoint',
    seenIn: (seen) => seen.of('management').length > 0,
  },
  update: {
    says: 'an update of a client',
    seenIn: (seen) => seen.of('management').some(({ method }) => method === 'PUT'),
  },
  renewal: { says: 'a secret renewal', seenIn: (seen) => seen.of('renewal').length > 0 },
  'three-views': {
    says: 'an application as IdP, API and UI show it',
    seenIn: (seen) =>
      seen.recordings.some(({ applications }) =>
        applications.some(({ idp, api, console, portal }) => idp && api && (console ?? portal)),
      ),
  },
  browsers: {
    says: "what people's browsers were given",
    seenIn: (seen) => seen.recordings.some(({ browsers = [] }) => browsers.length > 0),
  },
  'product-log': {
    says: 'what the product wrote into its log',
    seenIn: (seen) => seen.recordings.some(({ productLogs = [] }) => productLogs.some(({ searched }) => searched > 0)),
  },
  'end-of-story': {
    says: 'the clients that exist at the IdP in the end',
    seenIn: (seen) => seen.recordings.some(({ clientsAtIdp }) => clientsAtIdp !== null),
  },
  'registrations-in-a-row': { says: 'ten registrations in one minute', seenIn: hasRow },
  'long-values': { says: 'an application with very long values', seenIn: anApplication(isLong) },
  'disabled-type': {
    says: 'an application of a type that is switched off',
    seenIn: anApplication(({ typeEnabled }) => typeEnabled === false),
  },
  'ipv6-address': {
    says: 'an identity provider at an IPv6 address',
    seenIn: aProvider(({ discoveryEndpoint }) => /^https?:\/\/\[/i.test(discoveryEndpoint)),
  },
  'additional-metadata': {
    says: 'a provider with additional metadata',
    seenIn: aProvider(({ metadata }) => metadata !== undefined),
  },
  'claim-mappings': { says: 'a provider with claim mappings', seenIn: aProvider(({ claims }) => claims !== undefined) },
  'page-with-secret': {
    says: 'whether a page shows a secret, and which',
    seenIn: anApplication(({ console, portal }) => (console?.secret ?? portal?.secret) !== undefined),
  },
};

const seenBy = (name: SightedName): Observation => ({
  says: sightedTable[name].says,
  seenIn: ({ recordings }) => recordings.some(({ sightings = [] }) => sightings.some(sightedTable[name].is)),
});

const table: ReadonlyMap<string, Observation> = new Map([
  ...Object.entries(wireTable),
  ...sightedNames.map((name): [string, Observation] => [name, seenBy(name)]),
]);

/** Everything that was observed. */
export const observe = (seen: Seen): ReadonlySet<ObservationName> =>
  new Set([
    ...observationNames.filter((name) => table.get(name)?.seenIn(seen) === true),
    ...faultsIn(seen),
    ...casesIn(seen),
  ]);

const faultsIn = ({ exchanges }: Seen) =>
  new Set(exchanges.flatMap(({ exchange }) => exchange.faults.map((name): FaultObservation => `fault:${name}`)));

const casesIn = ({ cases }: Seen) =>
  [...cases.values()]
    .filter(({ outcome }) => outcome === 'accepted' || outcome === 'refused')
    .map(({ name }): CaseObservation => `case:${name}`);

/** What was not tried at the identity provider because it does not apply, each with the proof. */
export const excusesIn = ({ cases }: Seen): ReadonlyMap<ObservationName, string> =>
  new Map(
    [...cases.values()]
      .filter(({ outcome }) => outcome === 'skipped')
      .map(({ name, because = '' }): [CaseObservation, string] => [`case:${name}`, because]),
  );

/** What proves nothing: a case that could not be tried to the end, or that fails without its defect as well. */
export const doubtsIn = (seen: Seen): ReadonlyMap<ObservationName, string> =>
  new Map(
    [...seen.cases.values()].flatMap((tried): [CaseObservation, string][] => {
      const doubt = doubtOf(tried, seen);
      return doubt === undefined ? [] : [[`case:${tried.name}`, doubt]];
    }),
  );

export function doubtOf({ outcome, because = '', twin }: SeenCase, { cases }: Seen): string | undefined {
  if (outcome === 'failed') return because;
  if (outcome === 'skipped' || twin === undefined) return undefined;
  const good = cases.get(twin);
  if (good === undefined || good.outcome === 'accepted') return undefined;
  const number = good.decisive === undefined ? '' : ` (exchange ${good.decisive.number} of ${good.recording})`;
  return `the same request without the defect, ${twin}, was ${good.outcome}${number}`;
}

/** Everything the recordings set out to observe; null when one of them, an import, set out nothing. */
export const planOf = ({ recordings }: Seen): ReadonlySet<ObservationName> | null =>
  recordings.some(({ plan }) => plan === null) ? null : new Set(recordings.flatMap(({ plan }) => plan ?? []));

export function describeObservation(name: ObservationName): string {
  const plain = table.get(name);
  if (plain !== undefined) return plain.says;
  return name.startsWith('case:')
    ? `the case ${name.slice('case:'.length)}`
    : `an answer with the fault ${name.slice('fault:'.length)}`;
}
