import { stringOf } from '../../recording/body.ts';
import type { Application, Recording } from '../../recording/recording.ts';
import type { Metadata, SeenExchange } from '../../recording/seen.ts';
import { incidentsOf } from '../aftermath.ts';
import { bearerOf, succeeded } from '../credentials.ts';
import { clientIn, clientRequests, presentedToken } from '../issued.ts';
import { wasRedirectedTo } from '../redirects.ts';
import type { Demand, ExchangeSpot, Select, StorySpot } from '../rules.ts';
import { bodyOf, bodySpot, headerSpot } from '../select.ts';
import { all, discoveries, registrations, tokenRequests } from '../sources.ts';

const words = { D: 'metadata', T: 'token', R: 'registration' } as const;
type Letter = keyof typeof words;

/**
 * For each step that registered a client, the order of its successful requests as letters and as words. Where several people
 * acted at once the order is nobody's.
 */
export const steps: Select<ExchangeSpot<{ letters: string; words: string }>> = (seen) => {
  const flow = all('request', discoveries, tokenRequests, registrations).in(seen).filter(succeeded);
  const byStep = Map.groupBy(
    flow.filter(({ exchange }) => exchange.step > 0),
    ({ recording, exchange }) => `${recording} ${exchange.step}`,
  );
  const atOnce = new Set(
    seen.recordings.flatMap(({ id, sightings = [] }) =>
      sightings.flatMap(({ kind, step }) => (kind === 'at-once' ? [`${id} ${step}`] : [])),
    ),
  );
  const spots = [...byStep].flatMap(([key, exchanges]) => {
    if (atOnce.has(key)) return [];
    const order = exchanges.map(letterOf);
    const last = exchanges.findLast((exchange) => letterOf(exchange) === 'R');
    if (last === undefined || !exchanges.some((exchange) => presentedToken(seen, exchange) !== undefined)) return [];
    if (isAtOnce(exchanges)) return [];
    const value = { letters: order.join(''), words: order.map((letter) => words[letter]).join(', ') };
    return [{ value, exchange: last, part: 'request', pointer: '' }];
  });
  return { spots, none: 'no step of the story registered a client with an issued token' };
};

/** Several people at the same moment: the requests of one stand between those of another. */
const isAtOnce = (exchanges: readonly SeenExchange[]): boolean =>
  exchanges.filter((exchange) => letterOf(exchange) === 'R').length > 1 &&
  exchanges.some(({ exchange }, index) => exchange.startedAt < (exchanges[index - 1]?.exchange.endedAt ?? -Infinity));

/** Requests with a query of the client's making have another role, but stand in the source by their address. */
function letterOf({ role, request }: SeenExchange): Letter {
  if (role === 'discovery') return 'D';
  return role === 'token' || request.form !== undefined ? 'T' : 'R';
}

/** Every request after metadata, with its address when neither the metadata nor an answer named that. */
export const foreignRequests: Select<ExchangeSpot<string | undefined>> = (seen) => {
  const addresses = new Map<Metadata, ReadonlySet<string>>();
  const spots = seen.exchanges.flatMap((exchange) => {
    const metadata = seen.metadataFor(exchange);
    if (metadata === undefined) return [];
    const named = addresses.get(metadata) ?? addressesIn(metadata);
    addresses.set(metadata, named);
    const known = exchange.role !== 'other' || named.has(addressOf(exchange.url)) || wasRedirectedTo(seen, exchange);
    return [{ value: known ? undefined : exchange.url, exchange, part: 'request target', pointer: '' }];
  });
  return { spots, none: 'no request came after metadata' };
};

const addressesIn = (metadata: Metadata): ReadonlySet<string> =>
  new Set(Object.values(metadata).flatMap((value) => (typeof value === 'string' ? [addressOf(value)] : [])));

/** Without the query, and with what RFC 3986 §6.2.3 calls equivalent made equal. */
const addressOf = (url: string) => (URL.parse(url)?.href ?? url).split('?', 1)[0] ?? url;

interface Bearer {
  readonly token: string;
  /** Why the token is wrong; undefined when it is right. */
  readonly fault: string | undefined;
}

/**
 * The Bearer of each registration. A token that the recording never saw issued is judged only where the provider is known
 * to take its tokens from the token endpoint: in an import it may be a static one.
 */
export const issuedBearers: Select<ExchangeSpot<Bearer>> = (seen) => {
  const spots = registrations.in(seen).flatMap((exchange) => {
    const token = bearerOf(exchange);
    if (token === undefined || token === '') return [];
    const known = presentedToken(seen, exchange);
    const fromEndpoint = seen.providerFor(exchange)?.initialAccessToken === 'client_credentials';
    if (known === undefined && !fromEndpoint) return [];
    const expired = known !== undefined && known.expiresAt < exchange.exchange.startedAt;
    const fault = known === undefined ? 'never issued' : expired ? 'expired' : undefined;
    return [headerSpot(exchange, { token, fault }, 'Authorization')];
  });
  return { spots, none: 'no registration used a token from the token endpoint' };
};

export const isIssued: Demand<ExchangeSpot<Bearer>> = ({ value: { token, fault } }) =>
  fault === undefined
    ? undefined
    : { expected: 'a token that was issued before and is still valid', found: `${token}, ${fault}` };

interface Comparison {
  readonly sent: string | undefined;
  readonly issued: string | undefined;
}

/** The Bearer of each request to a client's own endpoints, next to the registration access token issued last. */
export const clientTokens: Select<ExchangeSpot<Comparison>> = (seen) => ({
  spots: clientRequests(seen)
    .filter(({ client }) => client.token !== undefined)
    .map(({ exchange, client }) =>
      headerSpot(exchange, { sent: bearerOf(exchange), issued: client.token }, 'Authorization'),
    ),
  none: 'no client was managed whose registration was seen',
});

/** The client secret in each update that carries one, next to the one issued last. */
export const clientSecrets: Select<ExchangeSpot<Comparison>> = (seen) => ({
  spots: clientRequests(seen).flatMap(({ exchange, client }) => {
    const sent = bodyOf(exchange)['client_secret'];
    const isUpdate = exchange.role === 'management' && exchange.method === 'PUT';
    if (!isUpdate || sent === undefined || sent === null) return [];
    return [bodySpot(exchange, { sent: stringOf(sent), issued: client.secret }, 'client_secret')];
  }),
  none: 'no update of a client whose registration was seen carries client_secret',
});

interface Entry {
  readonly atIdp: boolean;
  readonly inProduct: boolean;
}

/** Faults that give a client an id in the answer which it does not have at the identity provider: no ledger can be kept. */
const forgedIds = ['client-id-*', 'update-client-id-changed'];

/** Each client that this story registered or that an application of it shows: is it on both sides in the end? */
export const ledger: Select<StorySpot<Entry>> = (seen) => {
  const registered = Map.groupBy(registrations.in(seen).flatMap(registeredIn), ({ recording }) => recording);
  const forged = new Set(incidentsOf(seen, forgedIds).map(({ recording }) => recording));
  const spots = seen.recordings.flatMap((recording) => {
    if (recording.clientsAtIdp === null || !recording.applications.some(wasLookedAt) || forged.has(recording))
      return [];
    const atIdp = new Set(recording.clientsAtIdp);
    const inProduct = new Set(recording.applications.flatMap(clientIdsOf));
    const all = new Set([...(registered.get(recording.id) ?? []).map(({ clientId }) => clientId), ...inProduct]);
    return [...all].map((clientId) => ({
      value: { atIdp: atIdp.has(clientId), inProduct: inProduct.has(clientId) },
      recording: recording.id,
      subject: `client ${clientId}`,
    }));
  });
  return { spots, none: 'no story counted its clients and its applications at the end' };
};

const registeredIn = (exchange: SeenExchange) => {
  const clientId = clientIn(exchange, undefined)?.clientId;
  return clientId === undefined ? [] : [{ recording: exchange.recording, clientId }];
};

const wasLookedAt = ({ api, console, portal }: Application) => (api ?? console ?? portal) !== null;

const clientIdsOf = ({ type, api, console, portal }: Application): readonly string[] =>
  type === 'simple' ? [] : [api, console, portal].flatMap((view) => view?.clientId ?? []);

/** How long a recording has to go on after its last step for silence to mean something, in milliseconds. */
const listeningTime = 10_000;

/** The requests of recordings that listened on, each with how long after the last step it came; 0: not after it. */
export const lateRequests: Select<ExchangeSpot<number>> = (seen) => {
  const ends = new Map(seen.recordings.filter(listened).map((recording) => [recording.id, endOfSteps(recording)]));
  const spots = seen.exchanges.flatMap((exchange) => {
    const end = ends.get(exchange.recording);
    if (end === undefined) return [];
    const value = Math.max(0, Math.round(exchange.exchange.startedAt - end));
    return [{ value, exchange, part: 'request', pointer: '' }];
  });
  return { spots, none: 'no recording listened for 10 s after its last step' };
};

const endOfSteps = ({ steps }: Recording) => Math.max(...steps.map(({ endedAt }) => endedAt));

const listened = (recording: Recording) =>
  recording.steps.length > 0 && recording.endedAt - endOfSteps(recording) >= listeningTime;
