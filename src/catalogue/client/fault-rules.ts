import { stringOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { heardAfter, incidentsOf, type Incident } from '../aftermath.ts';
import { authorizationOf, bearerOf, formValues, marksIn } from '../credentials.ts';
import type { Judge } from '../define.ts';
import type { Faults } from '../reactions.ts';
import { every, show, type Complaint, type Demand, type ExchangeSpot, type Select } from '../rules.ts';
import { targetSpot } from '../select.ts';
import { registrations, tokenRequests } from '../sources.ts';

/** Whether a request carries anything that only the right receiver may have. */
export const hasSecret = (exchange: SeenExchange): boolean => {
  const { url, request } = exchange;
  return (
    authorizationOf(exchange) !== undefined ||
    formValues(exchange, 'client_secret').length > 0 ||
    marksIn(`${url} ${request.body.text}`).length > 0
  );
};

const originOf = (url: string) => URL.parse(url)?.origin ?? url;

/** A request with a secret to another origin than the one that the changed answer came from. */
export const secretElsewhere = (exchange: SeenExchange, { exchange: { url } }: Incident): Complaint | undefined =>
  originOf(exchange.url) !== originOf(url) && hasSecret(exchange)
    ? { expected: `no secret outside of ${originOf(url)}`, found: `a secret sent to ${originOf(exchange.url)}` }
    : undefined;

/** The same, unless a person was told of the other origin. */
export const secretElsewhereUnsaid = (exchange: SeenExchange, incident: Incident): Complaint | undefined =>
  heardAfter(incident) === undefined ? secretElsewhere(exchange, incident) : undefined;

/** A request with a secret over http where the answer had come over TLS. */
export const secretOverHttp = (exchange: SeenExchange, { exchange: { url } }: Incident): Complaint | undefined =>
  url.startsWith('https:') && exchange.url.startsWith('http:') && hasSecret(exchange)
    ? { expected: 'no secret without TLS', found: `a secret sent to ${originOf(exchange.url)}` }
    : undefined;

const names = { token: 'a token request', registration: 'a registration' } as const;
type Asked = keyof typeof names;

/** A request that should not have been made at all. */
export const isMade =
  (...roles: readonly Asked[]) =>
  ({ role }: SeenExchange): Complaint | undefined => {
    const made = roles.find((one) => one === role);
    return made === undefined ? undefined : { expected: `no ${made} request`, found: names[made] };
  };

/** A registration with a Bearer token, whatever stands after the word. */
export const bearerIsUsed = (exchange: SeenExchange): Complaint | undefined => {
  const bearer = exchange.role === 'registration' ? bearerOf(exchange) : undefined;
  return bearer === undefined ? undefined : { expected: 'no registration', found: `Bearer ${bearer}`.trim() };
};

const limits = { patience: 30_000, bytes: 10 * 1024 * 1024 };

/** The product ends the waiting itself, before portals, proxies and browsers do: after half a minute. */
export const givesUpInTime: Demand<ExchangeSpot<Incident>> = ({ value: { exchange } }) => {
  const waited = Math.round(exchange.exchange.endedAt - exchange.exchange.startedAt);
  return waited < limits.patience
    ? undefined
    : { expected: `a time limit below ${limits.patience / 1000} s`, found: `waited ${Math.round(waited / 1000)} s` };
};

/** The product stops reading an answer that is far larger than any good one. */
export const stopsReading: Demand<ExchangeSpot<Incident>> = ({ value: { exchange } }) => {
  const { delivery, body } = exchange.exchange.response;
  return delivery === 'complete' && body.bytes > limits.bytes
    ? { expected: `an end of reading before ${limits.bytes} bytes`, found: `all ${body.bytes} bytes were read` }
    : undefined;
};

/** RFC 9110 §10.2.3: seconds, or a date; in milliseconds. */
export function retryAfterOf({ response, exchange }: SeenExchange): number | undefined {
  const [value] = response.header('retry-after');
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - exchange.endedAt);
}

/** Clocks of two machines, and the rounding of the header to seconds. */
const tolerance = 1000;

/** No new try before the time that the server gave; and without one a person is told. */
export const retriesPolitely: Demand<ExchangeSpot<Incident>> = ({ value }) => {
  const { exchange, again } = value;
  const wait = retryAfterOf(exchange) ?? 0;
  if (again === undefined)
    return heardAfter(value) === undefined
      ? { expected: 'a message, or another try later', found: 'neither' }
      : undefined;
  const waited = again.exchange.startedAt - exchange.exchange.endedAt;
  return waited + tolerance >= wait
    ? undefined
    : {
        expected: `no new try within ${wait / 1000} s`,
        found: `exchange ${again.number}, ${Math.round(waited)} ms later`,
      };
};

/** After metadata came with those faults, every request for an endpoint goes to the very address that it names. */
export const goesWhereMetadataSays =
  (faults: Faults): Judge =>
  (seen, profile) => {
    const wanted = new Set(incidentsOf(seen, faults).flatMap(({ after }) => after));
    const spots = [...tokenRequests.in(seen), ...registrations.in(seen), ...strays(wanted)]
      .filter((exchange) => wanted.has(exchange))
      .map((exchange) => ({ value: exchange.url, exchange, part: 'request target', pointer: '' }));
    return every(
      () => ({ spots, none: `nothing was asked for after metadata with ${faults.join(' or ')}` }),
      ({ value, exchange }) => {
        const metadata = seen.metadataFor(exchange);
        const addresses = [metadata?.['token_endpoint'], metadata?.['registration_endpoint']].flatMap(
          (address) => stringOf(address) ?? [],
        );
        return addresses.includes(value) ? undefined : { expected: addresses.join(' or '), found: show(value) };
      },
    )(seen, profile);
  };

/** Requests that carry what a token request or a registration carries, and went somewhere else. */
const strays = (exchanges: ReadonlySet<SeenExchange>) =>
  [...exchanges].filter(
    ({ role, method, request }) =>
      role === 'other' && method === 'POST' && (request.form !== undefined || request.json !== undefined),
  );

/** What requests to the announced endpoints have of the letters that the metadata gave them. */
export const lettersSent =
  (faults: Faults): Select<ExchangeSpot<string>> =>
  (seen) => ({
    spots: incidentsOf(seen, faults).flatMap(({ after }) =>
      after.flatMap((exchange) => {
        const town = /[?&]town=([^&]*)/.exec(exchange.url)?.[1];
        return town === undefined ? [] : [targetSpot(exchange, town)];
      }),
    ),
    none: 'no request went to an endpoint whose address has letters outside of ASCII',
  });

/** Percent-encoded as RFC 3986 §2.5 asks for, or the bytes as they are, which a recorder reads as ISO 8859-1. */
export const isReadAsUtf8 = (town: string): boolean =>
  town.toUpperCase() === 'Z%C3%BCRICH' || Buffer.from(town, 'latin1').toString('utf8') === 'Zürich';
