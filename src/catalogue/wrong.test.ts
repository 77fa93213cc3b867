import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonOf, objectOf } from '../recording/body.ts';
import type { Exchange, Header } from '../recording/exchange.ts';
import type { Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import type { Role, SeenExchange } from '../recording/seen.ts';
import { goldenRecording } from './client/golden.ts';
import { markOf } from './client/marks.ts';
import { isRed, judgeIn } from './selftest.ts';

/** Printed with each test; the same seed breaks the same requests. */
const seed = 7592;
const runs = 12;

const good = goldenRecording();
const seen = see([good]);

const redsOf = (recording: Recording): ReadonlySet<string> => {
  const judgeIt = judgeIn([recording]);
  const reds = (['oauth', 'bcp'] as const).flatMap((profile) => judgeIt(profile).filter(isRed));
  return new Set(reds.map(({ id }) => id));
};

/** Rules that compare recordings, or need others than this one, may be red before. */
const before = redsOf(good);

type Body = Exchange['request']['body'];
type Change = (exchange: Exchange) => Exchange;

const bodyOf = (text: string): Body => ({ text, encoding: 'utf8', bytes: Buffer.byteLength(text) });

const onRequest =
  (change: (request: Exchange['request']) => Partial<Exchange['request']>): Change =>
  (exchange) => ({ ...exchange, request: { ...exchange.request, ...change(exchange.request) } });

const isNamed =
  (wanted: string) =>
  ([name]: Header) =>
    name.toLowerCase() === wanted.toLowerCase();

const withoutHeader = (name: string) =>
  onRequest(({ headers }) => ({ headers: headers.filter((header) => !isNamed(name)(header)) }));

const onHeader = (wanted: string, change: (value: string) => string) =>
  onRequest(({ headers }) => ({
    headers: headers.map(([name, value]): Header => [name, isNamed(wanted)([name, value]) ? change(value) : value]),
  }));

const onJson = (change: (body: Readonly<Record<string, unknown>>) => Record<string, unknown>) =>
  onRequest(({ body }) => ({ body: bodyOf(JSON.stringify(change(objectOf(jsonOf(body.text)) ?? {}))) }));

const tokenIn = ({ request }: Exchange) =>
  request.headers.find(isNamed('authorization'))?.[1].replace(/^Bearer /, '') ?? '';

const of =
  (...roles: readonly Role[]) =>
  (which: (exchange: SeenExchange) => boolean = () => true): readonly Exchange[] =>
    seen.exchanges
      .filter((exchange) => roles.includes(exchange.role) && which(exchange))
      .map(({ exchange }) => exchange);

/** The good recording with some exchanges in place of one. */
const instead = (wanted: Exchange, ...others: readonly Exchange[]): Recording => ({
  ...good,
  exchanges: good.exchanges.flatMap((exchange) => (exchange === wanted ? others : [exchange])),
});

const changing = (exchanges: readonly Exchange[], change: Change) => (): fc.Arbitrary<Recording> =>
  fc.constantFrom(...exchanges).map((exchange) => instead(exchange, change(exchange)));

/** Changes one of these members of one of the requests. */
const changingMember =
  (
    exchanges: readonly Exchange[],
    members: readonly string[],
    change: (body: Readonly<Record<string, unknown>>, name: string) => Record<string, unknown>,
  ) =>
  (): fc.Arbitrary<Recording> =>
    fc
      .tuple(fc.constantFrom(...exchanges), fc.constantFrom(...members))
      .map(([exchange, name]) => instead(exchange, onJson((body) => change(body, name))(exchange)));

const without = (body: Readonly<Record<string, unknown>>, name: string) =>
  Object.fromEntries(Object.entries(body).filter(([own]) => own !== name));

const otherType = (value: unknown): unknown => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.join(' ') || 'none' : String(value);
};

const methods: Readonly<Record<string, string>> = { GET: 'POST', POST: 'PUT', PUT: 'POST' };

const secured = of('token', 'registration', 'management', 'renewal');
const registrations = of('registration')();
const updates = of('management')(({ method }) => method === 'PUT');
const withBody = of('token', 'registration', 'management')(({ request }) => request.body.text !== '');
const withRedirects = of('registration')(({ request }) => {
  const uris = objectOf(request.json)?.['redirect_uris'];
  return Array.isArray(uris) && uris.length > 0;
});

/** Each breaks one request of a good story in a general way, whatever the request is. */
const operators: Readonly<Record<string, () => fc.Arbitrary<Recording>>> = {
  'drops the Authorization header': changing(secured(), withoutHeader('Authorization')),
  'drops the Content-Type of a body': changing(withBody, withoutHeader('Content-Type')),
  'sends the Authorization header twice': changing(
    of('registration')(),
    onRequest(({ headers }) => ({ headers: [...headers, ...headers.filter(isNamed('authorization'))] })),
  ),
  'moves the token into the body': changing(registrations, (exchange) =>
    onJson((body) => ({ ...body, access_token: tokenIn(exchange) }))(withoutHeader('Authorization')(exchange)),
  ),
  'moves the token into the address': changing(of('registration', 'management')(), (exchange) =>
    onRequest(({ url }) => ({ url: `${url}?access_token=${tokenIn(exchange)}` }))(
      withoutHeader('Authorization')(exchange),
    ),
  ),
  'uses another method': changing(
    seen.exchanges.map(({ exchange }) => exchange).filter(({ request }) => !request.url.endsWith('renew_secret')),
    onRequest(({ method }) => ({ method: methods[method] ?? 'GET' })),
  ),
  'gives a member another JSON type': changingMember(
    registrations,
    ['client_name', 'redirect_uris', 'grant_types', 'response_types', 'scope', 'token_endpoint_auth_method'],
    (body, name) => ({ ...body, [name]: otherType(body[name]) }),
  ),
  'leaves a member out of a registration': changingMember(
    registrations,
    ['client_name', 'client_uri', 'grant_types', 'token_endpoint_auth_method'],
    without,
  ),
  'leaves a member out of an update': changingMember(
    updates,
    ['client_id', 'client_name', 'grant_types', 'scope', 'redirect_uris', 'software_id'],
    without,
  ),
  'uses http in place of https': changing(
    secured(),
    onRequest(({ url }) => ({ url: url.replace('https:', 'http:') })),
  ),
  'appends a fragment to a redirect URI': changing(
    withRedirects,
    onJson((body) => ({ ...body, redirect_uris: ['https://lone.example/cb#part'] })),
  ),
  'encodes an address twice': changing(
    of('registration', 'management')(),
    onRequest(({ url }) => ({ url: url.replace(/\/([^/]+)$/, '/%25$1') })),
  ),
  'names another charset than it uses': changing(
    registrations,
    onHeader('Content-Type', () => 'application/json; charset=ISO-8859-1'),
  ),
  'sends a request twice': () =>
    fc
      .constantFrom(...of('registration', 'renewal')())
      .map((exchange) => instead(exchange, exchange, { ...exchange, number: exchange.number + 1000 })),
  'sends two requests in the other order': () =>
    fc.constantFrom(...registrations).map((exchange) => {
      const token = good.exchanges[good.exchanges.indexOf(exchange) - 1] ?? assert.fail('no request before it');
      const swapped = { ...exchange, startedAt: token.startedAt, endedAt: token.endedAt };
      const later = { ...token, startedAt: exchange.startedAt, endedAt: exchange.endedAt };
      return {
        ...good,
        exchanges: good.exchanges.map((one) => (one === token ? swapped : one === exchange ? later : one)),
      };
    }),
  'uses a token of long ago': changing(
    of('registration', 'management', 'renewal')(),
    onHeader('Authorization', () => `Bearer ${markOf('a token of long ago')}`),
  ),
};

for (const [what, recordings] of Object.entries(operators))
  test(`a client that ${what} is noticed (seed ${seed})`, () => {
    fc.assert(
      fc.property(recordings(), (wrong) => {
        const news = [...redsOf(wrong)].filter((id) => !before.has(id));
        assert.notDeepEqual(news, [], `no check is red`);
      }),
      { seed, numRuns: runs },
    );
  });
