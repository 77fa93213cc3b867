import { stringOf } from '../../recording/body.ts';
import type { BasicCredentials } from '../../recording/exchange.ts';
import type { Provider } from '../../recording/recording.ts';
import type { Metadata, Seen, SeenExchange } from '../../recording/seen.ts';
import { authenticationOf, authorizationOf, basicFactsOf, bearerOf, formValues } from '../credentials.ts';
import type { Demand, ExchangeSpot, Select } from '../rules.ts';
import { bodySpot, headerSpot, read, stringsOf } from '../select.ts';
import { all, discoveries, registrations, those, tokenRequests, type Source } from '../sources.ts';

/** The values of one parameter of each token request that is a form; with `lacking`, only of those that have it. */
export const forms = (name: string, lacking?: string): Select<ExchangeSpot<readonly string[]>> =>
  read(tokenRequests, lacking ?? 'is a form', (exchange) => {
    const values = formValues(exchange, name);
    const skipped = exchange.request.form === undefined || (lacking !== undefined && values.length === 0);
    return skipped ? [] : [bodySpot(exchange, values, name)];
  });

/** The `scope` of the requests that the product makes with the provider's own credentials. */
export const ownScopes: Select<ExchangeSpot<readonly string[]>> = read(
  those(tokenRequests, 'of a provider with scopes', isOwnRequest),
  'is a form',
  (exchange) => [bodySpot(exchange, formValues(exchange, 'scope'), 'scope')],
);

function isOwnRequest(exchange: SeenExchange, seen: Seen): boolean {
  const provider = seen.providerFor(exchange);
  const sender = senderOf(exchange);
  return (
    provider !== undefined &&
    provider.scopes.length > 0 &&
    exchange.request.form !== undefined &&
    (sender === undefined || provider.clientId === undefined || sender === provider.clientId)
  );
}

const senderOf = (exchange: SeenExchange) =>
  basicFactsOf(exchange)[0]?.clientId ?? formValues(exchange, 'client_id')[0];

const scopeSyntax = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;

/** RFC 6749 §3.3. A comma is a lawful character of a scope, so it is only wrong where its parts are scopes that are known. */
export const isScope: Demand<ExchangeSpot<readonly string[]>> = ({ value, exchange }, { seen }) => {
  const [scope = ''] = value;
  const known = knownScopes(seen.providerFor(exchange), seen.metadataFor(exchange));
  const joined = scope
    .split(' ')
    .some((part) => part.includes(',') && !known.has(part) && part.split(',').some((inner) => known.has(inner)));
  return value.length === 1 && scopeSyntax.test(scope) && !joined
    ? undefined
    : {
        expected: 'one parameter with scopes separated by single spaces',
        found: JSON.stringify(value.join('&scope=')),
      };
};

const knownScopes = (provider: Provider | undefined, metadata: Metadata | undefined): ReadonlySet<string> =>
  new Set([...(provider?.scopes ?? []), ...(stringsOf(metadata?.['scopes_supported']) ?? [])]);

/** Basic credentials in which the encoded and the raw form differ. */
export const decisiveCredentials: Select<ExchangeSpot<BasicCredentials>> = read(
  tokenRequests,
  'has Basic credentials with a character that form-encoding changes',
  (exchange) =>
    basicFactsOf(exchange)
      .filter(({ encoding }) => encoding !== 'either')
      .map((fact) => headerSpot(exchange, fact, 'Authorization')),
);

const methodList = 'token_endpoint_auth_methods_supported';

/** RFC 8705 §2: a certificate stands for credentials only where the server takes it. */
function isByCertificate(request: SeenExchange, metadata: Metadata | undefined): boolean {
  const listed = stringsOf(metadata?.[methodList]);
  const certificate = request.exchange.tls?.clientCertificate ?? null;
  return (
    certificate !== null &&
    formValues(request, 'client_id').length > 0 &&
    (listed === undefined || listed.some((method) => method.endsWith('tls_client_auth')))
  );
}

/** RFC 6749 §2.3, §4.4.2: not more than one method; with the client credentials grant, not less either. */
export const provesItselfOnce: Demand<ExchangeSpot<SeenExchange>> = ({ value }, { seen }) => {
  const expected = 'one authentication method';
  const methods = authenticationOf(value);
  if (methods.length > 1 || value.request.header('authorization').length > 1)
    return { expected, found: methods.join(', ') };
  const must = formValues(value, 'grant_type').includes('client_credentials');
  return methods.length === 1 || !must || isByCertificate(value, seen.metadataFor(value))
    ? undefined
    : { expected, found: 'none' };
};

/** How each token request authenticates, where the metadata in force lists the methods or where it lists none. */
export const authentications = (listed: boolean): Select<ExchangeSpot<readonly string[]>> =>
  read(
    those(
      tokenRequests,
      listed ? 'after metadata with a list of methods' : 'after metadata without a list of methods',
      (exchange, seen) => {
        const metadata = seen.metadataFor(exchange);
        return metadata !== undefined && (stringsOf(metadata[methodList]) !== undefined) === listed;
      },
    ),
    'authenticates',
    (exchange) => {
      const methods = authenticationOf(exchange);
      return methods.length === 0 ? [] : [headerSpot(exchange, methods, 'Authorization')];
    },
  );

/** A signed assertion looks the same with a shared secret as with a private key. */
const alikeOnTheWire = (method: string) => (method === 'private_key_jwt' ? [method, 'client_secret_jwt'] : [method]);

export const isAdvertisedMethod: Demand<ExchangeSpot<readonly string[]>> = ({ value, exchange }, { seen }) => {
  const advertised = stringsOf(seen.metadataFor(exchange)?.[methodList]) ?? [];
  return value.flatMap(alikeOnTheWire).some((method) => advertised.includes(method))
    ? undefined
    : { expected: `one of ${advertised.join(', ')}`, found: value.join(', ') };
};

const isStatic = (exchange: SeenExchange, seen: Seen) =>
  seen.providerFor(exchange)?.initialAccessToken === 'initial_access_token';

/** What a product with a static initial access token sends: registrations, and token requests that it should not send. */
export const staticTokenRequests: Source = those(
  all('request', tokenRequests, registrations),
  'of a provider with a static token',
  isStatic,
);

/** The same Bearer token as in the first registration of the recording, and no token request. */
export const isStaticToken: Demand<ExchangeSpot<SeenExchange>> = ({ value }, { seen }) => {
  if (value.role === 'token') return { expected: 'no token request', found: 'a token request' };
  const reference = firstRegistration(seen, value);
  const own = bearerOf(value);
  return own !== undefined && own === bearerOf(reference)
    ? undefined
    : {
        expected: 'the same Bearer token at every registration',
        found: own ?? authorizationOf(value)?.scheme ?? 'absent',
      };
};

const firstRegistrations = new WeakMap<Seen, ReadonlyMap<string, SeenExchange>>();

function firstRegistration(seen: Seen, exchange: SeenExchange): SeenExchange {
  const known =
    firstRegistrations.get(seen) ??
    new Map([...registrations.in(seen)].reverse().map((registration) => [registration.recording, registration]));
  firstRegistrations.set(seen, known);
  return known.get(exchange.recording) ?? exchange;
}

/** Requests over TLS in recordings where the product showed a client certificate at all. */
export const certificateRequests: Select<ExchangeSpot<string | null>> = (seen) => {
  const shown = new Set(seen.exchanges.filter(certificateOf).map(({ recording }) => recording));
  const source = all('request', discoveries, tokenRequests, registrations);
  const spots = source
    .in(seen)
    .filter(({ recording, exchange }) => shown.has(recording) && exchange.tls !== undefined)
    .map((exchange) => ({ value: certificateOf(exchange), exchange, part: 'connection', pointer: '' }));
  return { spots, none: 'no request came with a client certificate' };
};

const certificateOf = ({ exchange }: SeenExchange) => stringOf(exchange.tls?.clientCertificate) ?? null;

export const isShown: Demand<ExchangeSpot<string | null>> = ({ value }) =>
  value === null
    ? { expected: 'the client certificate, as at the other endpoints', found: 'no certificate' }
    : undefined;
