import { objectOf, stringOf } from '../../recording/body.ts';
import type { Application } from '../../recording/recording.ts';
import type { Seen, SeenExchange } from '../../recording/seen.ts';
import { authorizationOf, formValues, marksIn, succeeded } from '../credentials.ts';
import { firstToken, presentedToken } from '../issued.ts';
import { mediaTypeOf } from '../media-type.ts';
import { show, type Demand, type ExchangeSpot, type Select, type StorySpot } from '../rules.ts';
import { bodyOf, headerSpot, read } from '../select.ts';
import { all, discoveries, registrations, those, tokenRequests, type Source } from '../sources.ts';

/** The charset parameter of each request, in lower case; empty when there is none. */
export const charsetOf = (source: Source): Select<ExchangeSpot<string>> =>
  read(source, 'was seen', (exchange) => {
    const [value = ''] = exchange.request.header('content-type');
    return [headerSpot(exchange, mediaTypeOf(value)?.params.get('charset')?.toLowerCase() ?? '', 'Content-Type')];
  });

/** RFC 7591 §3.1: a JSON object; RFC 8259 §8.1: UTF-8, without a byte order mark. */
export const isOneJsonObject: Demand<ExchangeSpot<SeenExchange>> = ({ value: { request } }) => {
  const expected = 'one JSON object in UTF-8';
  if (request.body.encoding !== 'utf8') return { expected, found: 'bytes that are not UTF-8' };
  if (request.body.text.startsWith('\uFEFF')) return { expected, found: 'a byte order mark' };
  if (request.json === undefined) return { expected, found: request.body.text === '' ? 'no body' : 'not JSON' };
  return objectOf(request.json) === undefined ? { expected, found: show(request.json) } : undefined;
};

/** Registrations that have a token: one was issued before, or the provider was given one. */
export const protectedRegistrations: Source = those(
  registrations,
  'after a token was issued',
  (exchange, seen) =>
    seen.providerFor(exchange)?.initialAccessToken === 'initial_access_token' ||
    (firstToken(seen, exchange)?.by.number ?? Infinity) < exchange.number,
);

export const hasToken: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const headers = value.request.header('authorization');
  const authorization = authorizationOf(value);
  return headers.length === 1 && authorization?.scheme === 'bearer' && /^[^\s,]+$/.test(authorization.credentials)
    ? undefined
    : { expected: 'Authorization: Bearer and the token, once', found: formOf(value) };
};

/** The form of the headers, never a value that a recorder might not have known to be secret. */
const formOf = (exchange: SeenExchange): string =>
  exchange.request
    .header('authorization')
    .map((value) => value.replace(/^(basic|bearer|dpop)\b.*$/is, '$1 …'))
    .map((value) => (marksIn(value).length > 0 || value.includes('…') ? value : 'another scheme'))
    .join(', ') || 'absent';

/** For each accepted registration, the number of an earlier one of that name in the same step. */
export const repeatedRegistrations: Select<ExchangeSpot<number | undefined>> = (seen) => {
  const firsts = new Map<string, number>();
  const spots = registrations.in(seen).flatMap((exchange) => {
    const name = stringOf(bodyOf(exchange)['client_name']);
    if (name === undefined || exchange.exchange.step === 0 || !succeeded(exchange)) return [];
    const key = JSON.stringify([exchange.recording, exchange.exchange.step, name]);
    const value = firsts.get(key);
    if (value === undefined) firsts.set(key, exchange.number);
    return [{ value, exchange, part: 'request', pointer: '' }];
  });
  return { spots, none: 'no accepted registration belongs to a step of the story' };
};

interface Refusal {
  readonly application: Application;
  /** Number of the exchange that registered it all the same. */
  readonly registered: number | undefined;
}

const needsRedirect = ({ type }: Application) => type === 'web' || type === 'browser' || type === 'native';

/** Applications that the product refused and that lacked what it asks for: redirect URIs or a grant. */
export const refusedBeforehand: Select<StorySpot<Refusal>> = (seen) => {
  const numbers = new Map(
    registrations
      .in(seen)
      .map((exchange) => [`${exchange.recording} ${exchange.application?.name ?? ''}`, exchange.number]),
  );
  const spots = seen.recordings.flatMap(({ id, applications }) =>
    applications
      .filter(({ outcome }) => outcome === 'refused')
      .filter((application) => needsRedirect(application))
      .filter(({ redirectUris, grantTypes }) => redirectUris.length === 0 || grantTypes.length === 0)
      .map((application) => ({
        value: { application, registered: numbers.get(`${id} ${application.name}`) },
        recording: id,
        subject: `application ${application.name}`,
      })),
  );
  return { spots, none: 'no application without redirect URIs or grants was refused' };
};

interface Order {
  readonly role: 'token' | 'registration';
  /** What should have come before and did not. */
  readonly missing: string | undefined;
}

/** The first token request of each recording and every registration with an issued token, with what came before them. */
export const ordered: Select<ExchangeSpot<Order>> = (seen) => {
  const before = new Map<string, { metadata: boolean; token: boolean; asked: boolean }>();
  const roles = rolesOf(seen);
  const spots = all('request', discoveries, tokenRequests, registrations)
    .in(seen)
    .flatMap((exchange): ExchangeSpot<Order>[] => {
      const state = before.get(exchange.recording) ?? { metadata: false, token: false, asked: false };
      before.set(exchange.recording, state);
      const role = roles.get(exchange);
      const spot = (missing: string | undefined) =>
        role === undefined ? [] : [{ value: { role, missing }, exchange, part: 'request', pointer: '' }];
      if (role === undefined) {
        state.metadata = true;
        return [];
      }
      if (role === 'token') {
        const asked = state.asked;
        state.asked = true;
        state.token ||= succeeded(exchange);
        return asked ? [] : spot(state.metadata ? undefined : 'a request for metadata');
      }
      return presentedToken(seen, exchange) !== undefined ? spot(state.token ? undefined : 'a token') : [];
    });
  return { spots, none: 'no token request and no registration with an issued token was seen' };
};

const rolesOf = (seen: Seen): ReadonlyMap<SeenExchange, 'token' | 'registration'> =>
  new Map([
    ...tokenRequests.in(seen).map((exchange) => [exchange, 'token'] as const),
    ...registrations.in(seen).map((exchange) => [exchange, 'registration'] as const),
  ]);

export const isInOrder: Demand<ExchangeSpot<Order>> = ({ value: { role, missing } }) =>
  missing === undefined ? undefined : { expected: `${missing} before the ${role} request`, found: 'none before it' };

/** Every request but the token requests, with where a secret of the provider stands in it. */
export const providerSecrets: Select<ExchangeSpot<string | undefined>> = (seen) => {
  const secrets = secretsOfProvider(seen);
  const tokens = new Set(tokenRequests.in(seen));
  const spots = seen.exchanges
    .filter((exchange) => secrets.size > 0 && !tokens.has(exchange))
    .map((exchange) => ({ value: placeOf(exchange, secrets), exchange, part: 'request', pointer: '' }));
  return { spots, none: 'no token request carried a secret' };
};

function placeOf({ url, request }: SeenExchange, secrets: ReadonlySet<string>): string | undefined {
  const holds = (text: string) => marksIn(text).some((mark) => secrets.has(mark));
  if (holds(url)) return 'it stands in the target';
  if (holds(request.body.text)) return 'it stands in the body';
  const header = request.headers.find(([, value]) => holds(value));
  return header === undefined ? undefined : `it stands in the header ${header[0]}`;
}

/** Secrets that were sent to a token endpoint, without those that registered clients were given. */
function secretsOfProvider(seen: Seen): ReadonlySet<string> {
  const sent = tokenRequests.in(seen).flatMap((exchange) => {
    const authorization = authorizationOf(exchange);
    const basic = authorization?.scheme === 'basic' ? authorization.credentials : '';
    return marksIn([basic, ...formValues(exchange, 'client_secret')].join(' '));
  });
  const issued = new Set(
    registrations.in(seen).map(({ response }) => stringOf(objectOf(response.json)?.['client_secret'])),
  );
  return new Set(sent.filter((mark) => !issued.has(mark)));
}
