import { objectOf, stringOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { heardAfter, incidentsOf, type Incident } from '../aftermath.ts';
import { authorizationOf, bearerOf } from '../credentials.ts';
import type { Judge } from '../define.ts';
import { clientRequests, type ClientRequest, type IssuedClient } from '../issued.ts';
import { neverAfter, shownClientId, type Affected, type Faults } from '../reactions.ts';
import { every, show, type Demand, type ExchangeSpot, type Select } from '../rules.ts';
import { bodyOf, bodySpot, headerSpot } from '../select.ts';
import { disagreementIn } from './response-rules.ts';

export interface Update extends ClientRequest {
  readonly body: Readonly<Record<string, unknown>>;
}

const isUpdate = ({ role, method, request }: SeenExchange) =>
  role === 'management' && (method === 'PUT' || (method !== 'GET' && objectOf(request.json) !== undefined));

/** RFC 7592 §2.2: the requests that change a client whose registration was seen. */
export const updatesOfClients: Select<ExchangeSpot<Update>> = (seen) => ({
  spots: clientRequests(seen)
    .filter(({ exchange }) => isUpdate(exchange))
    .map(({ exchange, client }) => bodySpot(exchange, { exchange, client, body: bodyOf(exchange) })),
  none: 'no client was updated whose registration was seen',
});

/** RFC 7592 §2.2: members of an answer that no update may hold. */
export const serverMembers = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
] as const;

/** Members with rules of their own, and those that a person may have cleared: RFC 7592 §2.2 takes an omission for that. */
const ownRules: readonly string[] = [
  ...serverMembers,
  ...['client_id', 'client_secret'],
  ...['logo_uri', 'client_uri', 'policy_uri', 'tos_uri', 'contacts'],
];

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Members of the last answer that an update leaves out; one without a value may be left out. */
export const missingFrom = (body: Update['body'], { answer }: IssuedClient): readonly string[] =>
  Object.keys(answer).filter((name) => !ownRules.includes(name) && !(name in body) && !isEmpty(answer[name]));

export const keepsEveryMember: Demand<ExchangeSpot<Update>> = ({ value: { body, client } }) => {
  const missing = missingFrom(body, client);
  return missing.length === 0
    ? undefined
    : { expected: 'every member of the last answer', found: `without ${missing.join(', ')}` };
};

/** The same for the clients whose registration answer was changed. */
export const membersKeptAfter =
  (faults: Faults): Judge =>
  (seen, profile) => {
    const updated = new Set(incidentsOf(seen, faults).flatMap(({ after }) => after));
    const { spots } = updatesOfClients(seen, profile);
    return every(
      () => ({
        spots: spots.filter(({ exchange }) => updated.has(exchange)),
        none: `no client was updated after an answer with ${faults.join(' or ')}`,
      }),
      keepsEveryMember,
    )(seen, profile);
  };

/** A request to an address of the client where the answer lacked that address or the token for it. */
export const usesHalfThePair = (faults: Faults): Judge =>
  neverAfter(faults, (exchange, incident) => {
    const answer = objectOf(incident.exchange.response.json) ?? {};
    const bearer = bearerOf(exchange);
    const known = stringOf(answer['registration_client_uri']);
    const token = stringOf(answer['registration_access_token']);
    if (exchange.role !== 'management') return undefined;
    if (known === undefined || known === '') return { expected: 'no such request', found: 'a guessed address' };
    return token === undefined || token === '' || bearer !== token
      ? { expected: 'no such request', found: authorizationOf(exchange) === undefined ? 'no token' : 'another token' }
      : undefined;
  });

/** A person is told, or the product renews the secret by itself. */
export const warnsOfExpiry: Demand<ExchangeSpot<Incident>> = (spot) => {
  const renewed = spot.value.after.some(({ role }) => role === 'renewal');
  return renewed || /expir/i.test(heardAfter(spot.value) ?? '')
    ? undefined
    : { expected: 'a message with the word expires, or a renewal', found: 'neither' };
};

/** What the product shows of an application is what the identity provider has. */
export const viewsAgree: Demand<ExchangeSpot<Affected>> = ({ value: { application } }) => {
  const found = disagreementIn(application);
  return found === undefined
    ? undefined
    : { expected: `${found.member} ${show(found.atIdp)}`, found: show(found.inProduct) };
};

/** A person is told that an update failed, and the product does not show it as done. */
export const reportsFailedUpdate: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const expected = 'a message, and the values that the identity provider has';
  if (heardAfter(value) === undefined) return { expected, found: 'no message' };
  const drift =
    value.applications.length === 1 ? value.applications.flatMap((one) => disagreementIn(one) ?? [])[0] : undefined;
  return drift && { expected, found: `${drift.member} ${show(drift.inProduct)}` };
};

/** The id of an update's answer is not taken over. */
export const keepsItsId: Demand<ExchangeSpot<Affected>> = ({ value: { application, incident } }) => {
  const answered = stringOf(objectOf(incident.exchange.response.json)?.['client_id']);
  return answered !== undefined && shownClientId(application) === answered
    ? { expected: 'the client id of the registration', found: `${answered}, from the answer to the update` }
    : undefined;
};

/**
 * The requests after an update whose answer left the pair out, with the token that they should still use. An update that is
 * the last is judged only when a person was told that the next one failed: otherwise there may have been none.
 */
export const laterRequests =
  (faults: Faults): Select<ExchangeSpot<{ sent: string | undefined; kept: string | undefined }>> =>
  (seen) => {
    const incidents = incidentsOf(seen, faults);
    const counts = new Map<string, number>();
    for (const { exchange } of incidents) counts.set(exchange.recording, (counts.get(exchange.recording) ?? 0) + 1);
    const spots = incidents.flatMap(({ exchange, again, recording }) => {
      const kept = bearerOf(exchange);
      if (again?.url === exchange.url) return [headerSpot(again, { sent: bearerOf(again), kept }, 'Authorization')];
      // The next request was about another client: whether there was one about this cannot be told.
      if (again !== undefined) return [];
      const toldLater = recording.steps.some(
        ({ number, note }) => number > exchange.exchange.step && note !== undefined,
      );
      const only = counts.get(exchange.recording) === 1;
      return only && toldLater ? [headerSpot(exchange, { sent: undefined, kept }, 'Authorization')] : [];
    });
    return { spots, none: `no client was managed again after an answer with ${faults.join(' or ')}` };
  };

/** A deletion that the server refuses does not keep the application, or a person is told why it does. */
export const deletesAnyway: Demand<ExchangeSpot<Affected>> = ({ value: { application, incident } }) =>
  shownClientId(application) === undefined || heardAfter(incident) !== undefined
    ? undefined
    : { expected: 'no application, or a message', found: 'the application is still there, without a word' };

/** Every request with a Bearer token after a registration; the client whose token it is when it is sent anywhere else. */
export const strayTokens: Select<ExchangeSpot<string | undefined>> = (seen) => {
  const owners = new Map<string, string>();
  const addressed = new Map(clientRequests(seen).map(({ exchange, client }) => [exchange, client.clientId]));
  const spots = seen.exchanges.flatMap((exchange) => {
    const { role, response, recording } = exchange;
    const bearer = bearerOf(exchange);
    const owner = owners.get(`${recording} ${bearer ?? ''}`);
    const answer = objectOf(response.json);
    const token = stringOf(answer?.['registration_access_token']);
    const issuedTo = addressed.get(exchange) ?? stringOf(answer?.['client_id']) ?? 'a client';
    if (token !== undefined) owners.set(`${recording} ${token}`, issuedTo);
    if (bearer === undefined || owners.size === 0) return [];
    const own = role === 'management' || role === 'renewal' ? (addressed.get(exchange) ?? owner) : undefined;
    const stray = owner !== undefined && owner !== own;
    return [headerSpot(exchange, stray ? owner : undefined, 'Authorization')];
  });
  return { spots, none: 'no request with a token came after a registration' };
};
