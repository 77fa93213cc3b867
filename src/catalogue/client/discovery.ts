import { objectOf, stringOf } from '../../recording/body.ts';
import { looksLikeRegistration } from '../../recording/roles.ts';
import { authorizationOf, formValues } from '../credentials.ts';
import { connect, defineChecks, everyProfile } from '../define.ts';
import { acceptOf, acceptsJson } from '../headers.ts';
import { wasRedirectedTo } from '../redirects.ts';
import { every, show, type Demand, type ExchangeSpot } from '../rules.ts';
import { read, requests, targetSpot } from '../select.ts';
import { discoveries, those, type Source } from '../sources.ts';
import { discovery10, rfc6750, rfc8414, rfc9110 } from '../specs.ts';
import { changeMethod, changeTarget, first, mutant, setHeader, addHeader, named } from './mutations.ts';
import type { SeenExchange } from '../../recording/seen.ts';

export const discovery = defineChecks(
  {
    id: 'D-01',
    slug: 'metadata-with-get',
    title: 'asks for metadata with GET',
    spec: [discovery10('4.1'), rfc8414('3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'An identity provider answers other methods with 404 or 405, and the provider cannot be saved.',
    judge: every(requests(discoveries), ({ value: { method } }) =>
      method === 'GET' ? undefined : { expected: 'GET', found: method },
    ),
    mutant: mutant('asks for metadata with POST', changeMethod(first('discovery'), 'POST')),
  },
  {
    id: 'D-02',
    slug: 'openid-configuration-path',
    title: 'appends the well-known path to the issuer after taking one final slash off',
    spec: [discovery10('4.1')],
    level: 'MUST',
    profiles: connect,
    needs: ['discovery'],
    why: 'With a doubled slash most servers find nothing, and the provider cannot be saved.',
    judge: every(
      wellKnown('openid-configuration'),
      untilTyped(
        'one slash before a path that ends in .well-known/openid-configuration',
        /[^/]\/\.well-known\/openid-configuration$/,
      ),
    ),
    mutant: mutant(
      'appends the well-known path to an issuer that ends in a slash',
      changeTarget(first('discovery'), (url) => url.replace('/.well-known', '//.well-known')),
    ),
  },
  {
    id: 'D-03',
    slug: 'authorization-server-metadata-path',
    title: 'puts the well-known part of RFC 8414 between host and issuer path',
    spec: [rfc8414('3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'The metadata of an issuer with a path, as each tenant has one, is not found.',
    judge: every(
      wellKnown('oauth-authorization-server'),
      untilTyped(
        '/.well-known/oauth-authorization-server right after the host',
        /^https?:\/\/[^/]+\/\.well-known\/oauth-authorization-server(?:\/[^/].*)?$/,
      ),
    ),
    mutant: mutant(
      'appends the well-known part of RFC 8414 to the issuer path',
      changeTarget(
        (seen) => seen.of('discovery').filter(({ url }) => url.includes('oauth-authorization-server')),
        () => 'https://idp.example/lone/.well-known/oauth-authorization-server',
      ),
    ),
  },
  {
    id: 'D-04',
    slug: 'metadata-without-credentials',
    title: 'sends no credentials with the request for metadata',
    spec: [rfc6750('5.3'), rfc9110('11.6.2')],
    level: 'SEC',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'The address is typed by hand and the document is public: a token sent there goes to whoever owns a mistyped host.',
    judge: every(requests(discoveries), ({ value }) => {
      const authorization = authorizationOf(value);
      if (authorization !== undefined) return { expected: 'no Authorization header', found: authorization.scheme };
      return value.request.header('cookie').length === 0
        ? undefined
        : { expected: 'no Cookie header', found: 'a cookie' };
    }),
    mutant: mutant(
      'sends a Bearer token to the metadata address',
      addHeader(first('discovery'), 'Authorization', 'Bearer [secret:00000000d004]'),
    ),
  },
  {
    id: 'D-05',
    slug: 'metadata-accepts-json',
    title: 'accepts JSON as metadata',
    spec: [rfc9110('12.5.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'A server that negotiates strictly answers 406 or a page for people instead of metadata.',
    judge: every(acceptOf(discoveries), acceptsJson),
    mutant: mutant('accepts only HTML as metadata', setHeader(first('discovery'), 'Accept', 'text/html')),
  },
  {
    id: 'D-08',
    slug: 'advertised-registration-endpoint',
    title: 'registers at the registration endpoint that the metadata names',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['discovery', 'registration'],
    why: 'A guessed address works with one identity provider and with no other.',
    judge: every(
      shapedLike('registration request', isRegistration, 'registration_endpoint'),
      isAdvertised('registration_endpoint'),
    ),
    mutant: mutant(
      'guesses where to register',
      changeTarget(named('Lone web'), () => 'https://idp.example/lone/connect/register'),
    ),
    related: ['Q-02'],
  },
  {
    id: 'D-09',
    slug: 'advertised-token-endpoint',
    title: 'asks for a token at the token endpoint that the metadata names',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['discovery', 'token-request'],
    why: 'A guessed address works with one identity provider and with no other, and the secret goes there.',
    judge: every(shapedLike('token request', isTokenRequest, 'token_endpoint'), isAdvertised('token_endpoint')),
    mutant: mutant(
      'guesses where to ask for a token',
      changeTarget(first('token'), () => 'https://idp.example/connect/oauth/token'),
    ),
    related: ['Q-02', 'R-43'],
  },
);

function wellKnown(suffix: string) {
  const source = those(
    discoveries,
    `for ${suffix}`,
    (exchange, seen) => exchange.url.includes(suffix) && !wasRedirectedTo(seen, exchange),
  );
  return read(source, 'was seen', (exchange) => [targetSpot(exchange, exchange.url)]);
}

/** What the administrator typed in full is not the product's doing. */
function untilTyped(expected: string, pattern: RegExp): Demand<ExchangeSpot<string>> {
  return ({ value, exchange }, { seen }) =>
    seen.providerFor(exchange)?.discoveryEndpoint === value || pattern.test(value)
      ? undefined
      : { expected, found: value };
}

type Shape = (exchange: SeenExchange) => boolean;

function isRegistration({ method, request }: SeenExchange): boolean {
  return method === 'POST' && looksLikeRegistration(request.json);
}

function isTokenRequest(exchange: SeenExchange): boolean {
  return formValues(exchange, 'grant_type').length > 0 || objectOf(exchange.request.json)?.['grant_type'] !== undefined;
}

/** Requests by what they carry, wherever they went, once metadata has named the address. */
function shapedLike(noun: string, shape: Shape, endpoint: string) {
  const source: Source = {
    noun,
    in: (seen) =>
      seen.exchanges.filter(
        (exchange) =>
          shape(exchange) &&
          stringOf(seen.metadataFor(exchange)?.[endpoint]) !== undefined &&
          !wasRedirectedTo(seen, exchange),
      ),
  };
  return read(source, 'came after metadata', (exchange) => [targetSpot(exchange, exchange.url)]);
}

function isAdvertised(endpoint: string): Demand<ExchangeSpot<string>> {
  return ({ value, exchange }, { seen }) => {
    const advertised = stringOf(seen.metadataFor(exchange)?.[endpoint]) ?? '';
    return normal(advertised) === normal(value) ? undefined : { expected: show(advertised), found: show(value) };
  };
}

/** RFC 3986 §6.2.3: a default port or the case of the host makes no other address. */
const normal = (url: string) => URL.parse(url)?.href ?? url;
