import { objectOf } from '../../recording/body.ts';
import type { Application, ClientView } from '../../recording/recording.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { heardAfter, incidentsOf, type Incident } from '../aftermath.ts';
import { bearerOf, succeeded } from '../credentials.ts';
import { shownClientId, type Affected } from '../reactions.ts';
import { show, type Demand, type ExchangeSpot, type Select, type StorySpot } from '../rules.ts';
import { stringsOf } from '../select.ts';
import { registrations } from '../sources.ts';

type Listed = 'grantTypes' | 'redirectUris';

const productViews = ({ api, console, portal }: Application): readonly ClientView[] =>
  [api, console, portal].filter((view) => view !== null);

/** What the product shows is what the identity provider has registered, not what was asked for. */
export const showsTheAnswer =
  (member: string, key: Listed): Demand<ExchangeSpot<Affected>> =>
  ({ value: { application, incident } }) => {
    const answered = stringsOf(objectOf(incident.exchange.response.json)?.[member]);
    const other = productViews(application).find((view) => view[key] !== undefined && !sameList(view[key], answered));
    return answered === undefined || other === undefined
      ? undefined
      : { expected: show(answered), found: show(other[key]) };
  };

const sameList = (a: readonly string[] = [], b: readonly string[] = []) =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());

/** Each application of a story with a changed client id, with an earlier one that shows the same id. */
export const sharedIds =
  (faults: readonly string[]): Select<StorySpot<string | undefined>> =>
  (seen) => {
    const recordings = new Set(incidentsOf(seen, faults).map(({ recording }) => recording));
    const spots = [...recordings].flatMap(({ id, applications }) => {
      const owners = new Map<string, string>();
      return applications.map((application) => {
        const clientId = application.outcome === 'created' ? shownClientId(application) : undefined;
        const value = owners.get(clientId ?? '');
        if (clientId !== undefined && clientId !== null && value === undefined) owners.set(clientId, application.name);
        return { value, recording: id, subject: `application ${application.name}` };
      });
    });
    return { spots, none: `no story with ${faults.join(' or ')} created an application` };
  };

/** RFC 6750 §3.1: another try needs another token; without one a person is told. */
export const retriesWithNewToken: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const { exchange, again } = value;
  if (again === undefined)
    return heardAfter(value) === undefined
      ? { expected: 'a message, or another try with a new token', found: 'neither' }
      : undefined;
  return bearerOf(again) === bearerOf(exchange)
    ? { expected: 'another try with a new token', found: `the same token again, in exchange ${again.number}` }
    : undefined;
};

/** A person is told, and nothing is registered a second time in the same step. */
export const reportsLostAnswer: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const { exchange, again } = value;
  if (again?.exchange.step === exchange.exchange.step)
    return { expected: 'one registration', found: `another one in exchange ${again.number}` };
  return heardAfter(value) === undefined ? { expected: 'a message', found: 'no message' } : undefined;
};

/** A cookie that came in one step does not go out in another: that one may be another person's. */
export const keepsNoCookie: Demand<ExchangeSpot<Incident>> = ({ value: { exchange, after, again } }) => {
  const sent = [...after, ...(again === undefined ? [] : [again])].find(
    (later) => later.exchange.step !== exchange.exchange.step && later.request.header('cookie').length > 0,
  );
  return sent === undefined ? undefined : { expected: 'no cookie', found: `a cookie in exchange ${sent.number}` };
};

const longest = 2000;

/** Characters that move the cursor, end a line of a log, or turn the direction of writing. */
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** What a person read, when anything, is short and plain. */
export const isPlainText: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const heard = heardAfter(value) ?? '';
  if (heard.length > longest) return { expected: `at most ${longest} characters`, found: `${heard.length} characters` };
  return unsafe.test(heard) ? { expected: 'printable characters', found: show(heard) } : undefined;
};

interface TakenBack {
  readonly clientId: string;
  readonly left: boolean;
}

/** Applications that the product refused after the identity provider had registered a client for them, unprovoked. */
export const refusedAfterRegistration: Select<ExchangeSpot<TakenBack>> = (seen) => {
  const atIdp = new Map(seen.recordings.map(({ id, clientsAtIdp }) => [id, new Set(clientsAtIdp ?? [])]));
  const spots = registrations.in(seen).flatMap((exchange) => {
    const clientId = idIn(exchange);
    const refused = exchange.application?.outcome === 'refused' && exchange.exchange.faults.length === 0;
    if (!refused || clientId === undefined || !succeeded(exchange)) return [];
    const left = atIdp.get(exchange.recording)?.has(clientId) === true;
    return [{ value: { clientId, left }, exchange, part: 'story', pointer: '' }];
  });
  return { spots, none: 'the product refused no application after its registration' };
};

const idIn = ({ response }: SeenExchange) => {
  const id = objectOf(response.json)?.['client_id'];
  return typeof id === 'string' ? id : undefined;
};

type Compared = 'clientId' | Listed;
const compared: readonly Compared[] = ['clientId', 'grantTypes', 'redirectUris'];

interface Disagreement {
  readonly member: Compared;
  readonly atIdp: unknown;
  readonly inProduct: unknown;
}

/** The first member of the views of one application that differs between the identity provider and the product. */
export function disagreementIn(application: Application): Disagreement | undefined {
  const { idp } = application;
  if (idp === null) return undefined;
  for (const view of productViews(application))
    for (const member of compared)
      if (idp[member] !== undefined && view[member] !== undefined && !same(idp[member], view[member]))
        return { member, atIdp: idp[member], inProduct: view[member] };
  return undefined;
}

const same = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) ? sameList(stringsOf(a), stringsOf(b)) : a === b;

/** Applications that all sides were asked about, of the stories in which no answer was changed. */
export const viewsOfApplications: Select<StorySpot<Disagreement | undefined>> = (seen) => {
  const provoked = new Set(
    seen.exchanges.filter(({ exchange }) => exchange.faults.length > 0).map(({ recording }) => recording),
  );
  const spots = seen.recordings
    .filter(({ id }) => !provoked.has(id))
    .flatMap(({ id, applications }) =>
      applications
        .filter((application) => application.idp !== null && productViews(application).length > 0)
        .map((application) => ({
          value: disagreementIn(application),
          recording: id,
          subject: `application ${application.name}`,
        })),
    );
  return { spots, none: 'no application was looked at on all sides in a story without faults' };
};
