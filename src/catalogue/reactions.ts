import { objectOf, stringOf } from '../recording/body.ts';
import type { Application } from '../recording/recording.ts';
import type { SeenExchange } from '../recording/seen.ts';
import { heardAfter, incidentsOf, type Incident } from './aftermath.ts';
import { succeeded } from './credentials.ts';
import type { Judge } from './define.ts';
import { every, show, type Complaint, type Demand, type ExchangeSpot, type Select } from './rules.ts';
import { programWords } from './sentences.ts';

export type Faults = readonly [string, ...string[]];

const noneOf = (faults: Faults) => `no answer had the fault ${faults.join(' or ')}`;

/** The changed answers themselves. */
export const incidents =
  (faults: Faults, which: (incident: Incident) => boolean = () => true): Select<ExchangeSpot<Incident>> =>
  (seen) => ({
    spots: incidentsOf(seen, faults)
      .filter(which)
      .map((value) => ({ value, exchange: value.exchange, part: 'response', pointer: '' })),
    none: noneOf(faults),
  });

/** RFC 6585 §4, RFC 9110 §15.6.4: "later" was said, and a later request of the same step did it. */
export const wasMended = ({ exchange, again }: Incident): boolean =>
  [429, 503].includes(exchange.response.status) &&
  again !== undefined &&
  again.exchange.step === exchange.exchange.step &&
  succeeded(again);

/** The changed answers that were the last word. */
export const lastWords =
  (faults: Faults): Select<ExchangeSpot<Incident>> =>
  (seen, profile) => ({
    spots: incidents(faults, (incident) => !wasMended(incident))(seen, profile).spots,
    none: `${noneOf(faults)}, but for those that another try mended`,
  });

/** An application that a changed answer had to do with. */
export interface Affected {
  readonly application: Application;
  readonly incident: Incident;
}

/** Every such application, once. */
export const affected =
  (faults: Faults): Select<ExchangeSpot<Affected>> =>
  (seen) => {
    const lists = new Set<readonly Application[]>();
    const known = new Set<Application>();
    const spots = incidentsOf(seen, faults).flatMap((incident) => {
      const news = lists.has(incident.applications) ? [] : incident.applications.filter((one) => !known.has(one));
      lists.add(incident.applications);
      for (const one of news) known.add(one);
      return news.map((application) => ({
        value: { application, incident },
        exchange: incident.exchange,
        part: 'story',
        pointer: '',
      }));
    });
    return { spots, none: `no story created an application after an answer with ${faults.join(' or ')}` };
  };

/** Those of them that a side of the product shows. */
export const shown =
  (faults: Faults): Select<ExchangeSpot<Affected>> =>
  (seen, profile) => ({
    spots: affected(faults)(seen, profile).spots.filter(({ value }) => shownClientId(value.application) !== undefined),
    none: `no application was looked at after an answer with ${faults.join(' or ')}`,
  });

/** Any client id that a side of the product shows; undefined when no side was looked at. */
export function shownClientId({ api, console, portal }: Application): string | null | undefined {
  const views = [api, console, portal].filter((view) => view !== null);
  return views.length === 0 ? undefined : (views.find(({ clientId }) => clientId !== null)?.clientId ?? null);
}

const nameOf = ({ name, message }: Application) => `application ${name}${message === undefined ? '' : `: ${message}`}`;

export const isCreated: Demand<ExchangeSpot<Affected>> = ({ value: { application } }) =>
  application.outcome === 'created' && shownClientId(application) !== null
    ? undefined
    : { expected: 'the application, created with its client', found: `${application.outcome}, ${nameOf(application)}` };

/** Refused, or created with a client id. */
export const hasClientOrIsRefused: Demand<ExchangeSpot<Affected>> = ({ value: { application } }) =>
  application.outcome === 'created' && shownClientId(application) === null
    ? { expected: 'no application', found: `an application without a client id, ${nameOf(application)}` }
    : undefined;

export const isRefused: Demand<ExchangeSpot<Affected>> = ({ value: { application } }) =>
  application.outcome === 'refused'
    ? undefined
    : { expected: 'no application', found: `${nameOf(application)}, created` };

/** The product shows the very id that it was answered, digits for a number. */
export const showsTheId: Demand<ExchangeSpot<Affected>> = ({ value: { application, incident } }) => {
  const id = objectOf(incident.exchange.response.json)?.['client_id'];
  const answered = typeof id === 'number' ? String(id) : stringOf(id);
  const shown = shownClientId(application);
  return application.outcome === 'refused' || answered === undefined || shown !== answered
    ? { expected: `client id ${show(answered)}`, found: application.outcome === 'refused' ? 'refused' : show(shown) }
    : undefined;
};

/** No client stays at the identity provider for an application that the product refused. */
export const leavesNoOrphan: Demand<ExchangeSpot<Affected>> = ({ value: { application, incident } }) => {
  const registered = application.idp?.clientId ?? clientIdIn(incident.exchange);
  const left = registered !== undefined && incident.recording.clientsAtIdp?.includes(registered) === true;
  return application.outcome === 'refused' && left
    ? { expected: 'client and application, or neither', found: `client ${registered} without an application` }
    : undefined;
};

export const clientIdIn = ({ response }: SeenExchange): string | undefined =>
  stringOf(objectOf(response.json)?.['client_id']);

/** A person was told something that has all of these in it. */
export const tells =
  (expected: string, ...words: readonly RegExp[]): Demand<ExchangeSpot<Incident>> =>
  ({ value }) => {
    const heard = heardAfter(value);
    return heard !== undefined && words.every((word) => word.test(heard))
      ? undefined
      : { expected: `a message with ${expected}`, found: heardWords(heard) };
  };

/** A person was told one of these values of the answer; its status where the answer has none of them. */
export const tellsOf =
  (...members: readonly string[]): Demand<ExchangeSpot<Incident>> =>
  (spot, context) => {
    const { value } = spot;
    const answer = objectOf(value.exchange.response.json) ?? {};
    const texts = members.flatMap((name) => stringOf(answer[name]) ?? []);
    if (texts.length === 0) return tellsTheStatus(spot, context);
    const heard = heardAfter(value);
    return heard !== undefined && texts.some((text) => heard.includes(text))
      ? undefined
      : { expected: `a message with ${texts.map(show).join(' or ')}`, found: heardWords(heard) };
  };

/** A person was told the status of the answer. */
export const tellsTheStatus: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const heard = heardAfter(value);
  const status = String(value.exchange.response.status);
  return heard?.includes(status) === true
    ? undefined
    : { expected: `a message with the status ${status}`, found: heardWords(heard) };
};

const heardWords = (heard: string | undefined) => (heard === undefined ? 'no message' : show(heard));

const htmlPage = /<!doctype|<html\b/i;

/** The application is there, or somebody read why not: no words of a program, no page in place of a sentence. */
export const isExplained: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const heard = heardAfter(value);
  const created = value.applications.some(({ outcome }) => outcome === 'created');
  if (heard === undefined && created) return undefined;
  const wrong = heard === undefined || heard.trim() === '' || programWords.test(heard) || htmlPage.test(heard);
  return wrong ? { expected: 'a message for people, or the application', found: heardWords(heard) } : undefined;
};

/** After a fault none of these requests comes before the next try. The wrong request is where the breach is. */
export const neverAfter =
  (faults: Faults, complain: (exchange: SeenExchange, incident: Incident) => Complaint | undefined): Judge =>
  (seen, profile) => {
    const wrong: Select<ExchangeSpot<Complaint | undefined>> = () => ({
      spots: incidentsOf(seen, faults).flatMap((incident) => spotsAfter(incident, complain)),
      none: noneOf(faults),
    });
    return every(wrong, ({ value }) => value)(seen, profile);
  };

function spotsAfter(
  incident: Incident,
  complain: (exchange: SeenExchange, incident: Incident) => Complaint | undefined,
): ExchangeSpot<Complaint | undefined>[] {
  const wrong = incident.after.flatMap((exchange) => {
    const value = complain(exchange, incident);
    return value === undefined ? [] : [{ value, exchange, part: 'request', pointer: '' }];
  });
  return wrong.length > 0 ? wrong : [{ value: undefined, exchange: incident.exchange, part: 'response', pointer: '' }];
}
