import { authorizationOf, bearerOf, marksIn } from '../credentials.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { acceptOf, acceptsJson, contentTypeOf, isOfType } from '../headers.ts';
import { membersIn, repeatedNames } from '../json.ts';
import { every } from '../rules.ts';
import { bodySpot, headerSpot, read, requests } from '../select.ts';
import { all, discoveries, registrations, those, tokenRequests } from '../sources.ts';
import { interoperability, registration10, rfc6749, rfc6750, rfc7591, rfc8259, rfc9110 } from '../specs.ts';
import {
  changeMethod,
  changeTarget,
  dropHeader,
  first,
  moveToEnd,
  mutant,
  named,
  repeat,
  setHeader,
  setMembers,
  setText,
} from './mutations.ts';
import { markOf } from './marks.ts';
import {
  charsetOf,
  hasToken,
  isInOrder,
  isOneJsonObject,
  ordered,
  protectedRegistrations,
  providerSecrets,
  refusedBeforehand,
  repeatedRegistrations,
} from './registration-rules.ts';

export const registration = defineChecks(
  {
    id: 'R-01',
    slug: 'registers-with-post',
    title: 'registers with POST',
    spec: [rfc7591('3.1'), registration10('3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'A registration endpoint has no other method, so no application can be created.',
    quote:
      'To register, the client or developer sends an HTTP POST to the client registration endpoint with a content type of "application/json".',
    judge: every(requests(registrations), ({ value: { method } }) =>
      method === 'POST' ? undefined : { expected: 'POST', found: method },
    ),
    mutant: mutant('registers with PUT', changeMethod(named('Lone web'), 'PUT')),
  },
  {
    id: 'R-02',
    slug: 'registers-as-json',
    title: 'declares the registration to be JSON',
    spec: [rfc7591('3.1'), registration10('3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Servers that look at the media type answer 415, 400 or, as Gravitee AM does, 404.',
    judge: every(contentTypeOf(registrations), isOfType('application/json')),
    mutant: mutant(
      'declares the registration to be a form',
      setHeader(named('Lone web'), 'Content-Type', 'application/x-www-form-urlencoded'),
    ),
  },
  {
    id: 'R-03',
    slug: 'charset-is-utf-8',
    title: 'names no charset other than UTF-8 for JSON',
    spec: [rfc8259('11'), rfc8259('8.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'JSON has no charset parameter; a server that believes a wrong one stores a mangled application name.',
    judge: every(charsetOf(registrations), ({ value }) =>
      value === '' || value === 'utf-8' ? undefined : { expected: 'utf-8 or no charset', found: value },
    ),
    mutant: mutant(
      'names ISO-8859-1',
      setHeader(named('Lone web'), 'Content-Type', 'application/json; charset=ISO-8859-1'),
    ),
  },
  {
    id: 'R-04',
    slug: 'one-json-object',
    title: 'sends exactly one JSON object, in UTF-8',
    spec: [rfc7591('3.1'), rfc8259('8.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Anything else is refused or, worse, read in part.',
    judge: every(requests(registrations), isOneJsonObject),
    mutant: mutant(
      'sends an array with the object in it',
      setText(named('Lone web'), (text) => `[${text}]`),
    ),
  },
  {
    id: 'R-05',
    slug: 'no-null-members',
    title: 'leaves members without a value out instead of sending null',
    spec: [rfc7591('2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Many servers refuse null where they expect a string or a list.',
    judge: every(requests(registrations), ({ value }) => {
      const nulls = [...membersIn(value.request.json)].filter((member) => member.value === null);
      return nulls.length === 0
        ? undefined
        : { expected: 'no null', found: nulls.map(({ path }) => path.join('.')).join(', ') };
    }),
    mutant: mutant('sends logo_uri as null', setMembers(named('Lone web'), { logo_uri: null })),
  },
  {
    id: 'R-06',
    slug: 'bearer-in-header',
    title: 'presents the token it was given as Bearer in the Authorization header',
    spec: [rfc6750('2.1'), rfc7591('3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration-with-token'],
    why: 'A protected registration endpoint answers 401, and no application can be created.',
    judge: every(requests(protectedRegistrations), hasToken),
    mutant: mutant(
      'sends the token without the scheme',
      setHeader(named('Lone web'), 'Authorization', '[secret:00000000b006]'),
    ),
  },
  {
    id: 'R-07',
    slug: 'token-in-one-place',
    title: 'sends the token in one place only',
    spec: [rfc6750('2'), rfc6750('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Servers must refuse a token sent twice, and the copy ends up in logs or in the stored metadata.',
    quote: 'Clients MUST NOT use more than one method to transmit the token in each request.',
    judge: every(
      requests(those(registrations, 'with a Bearer token', (exchange) => bearerOf(exchange) !== undefined)),
      ({ value }) => {
        const [mark] = marksIn(bearerOf(value) ?? '');
        const elsewhere = `${value.url} ${value.request.body.text}`;
        const repeated = (mark !== undefined && elsewhere.includes(mark)) || /[?&"]access_token["=]/.test(elsewhere);
        return repeated
          ? { expected: 'the Authorization header alone', found: 'a token in target or body too' }
          : undefined;
      },
    ),
    mutant: mutant(
      'repeats the token in the query',
      changeTarget(named('Lone web'), (url) => `${url}?access_token=[secret:00000000b007]`),
    ),
    related: ['D-08'],
  },
  {
    id: 'R-08',
    slug: 'no-client-credentials-at-registration',
    title: 'keeps its own client credentials away from the registration endpoint',
    spec: [rfc7591('3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'The endpoint takes an initial access token; the secret goes to a place that has no need of it.',
    judge: every(requests(registrations), ({ value }) =>
      value.request.header('authorization').some((header) => /^basic\b/i.test(header))
        ? { expected: 'no Basic credentials', found: 'Authorization: Basic' }
        : undefined,
    ),
    mutant: mutant(
      'sends Basic credentials instead of the token',
      setHeader(named('Lone web'), 'Authorization', 'Basic [secret:00000000b008]'),
    ),
    related: ['R-06'],
  },
  {
    id: 'R-09',
    slug: 'registration-accepts-json',
    title: 'accepts JSON as the answer to a registration',
    spec: [rfc9110('12.5.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'A server that negotiates strictly answers 406 after it has, or has not, created the client.',
    judge: every(acceptOf(registrations), acceptsJson),
    mutant: mutant('accepts only HTML', setHeader(named('Lone web'), 'Accept', 'text/html')),
  },
  {
    id: 'R-10',
    slug: 'no-empty-token',
    title: 'sends no Authorization header without a token in it',
    spec: [rfc6750('2.1'), rfc7591('3')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Where registration is open, an empty or null token is refused while no header at all is welcome.',
    judge: every(requests(registrations), ({ value }) => {
      const authorization = authorizationOf(value);
      return authorization?.scheme === 'bearer' && /^(?:|null|undefined|none)$/i.test(authorization.credentials.trim())
        ? { expected: 'a token, or no header', found: `Bearer ${authorization.credentials}`.trim() }
        : undefined;
    }),
    mutant: mutant('sends "Bearer" and nothing after it', setHeader(named('Lone web'), 'Authorization', 'Bearer ')),
    related: ['R-06'],
  },
  {
    id: 'R-39',
    slug: 'one-registration-per-click',
    title: 'registers an application once per click',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration-accepted'],
    why: 'The second client stays at the identity provider and belongs to no application.',
    judge: every(repeatedRegistrations, ({ value }) =>
      value === undefined ? undefined : { expected: 'one registration', found: `another after exchange ${value}` },
    ),
    mutant: mutant('registers twice on one click', repeat(named('Lone web'))),
  },
  {
    id: 'R-40',
    slug: 'validates-before-the-call',
    title: 'refuses an application without redirect URIs before it calls the identity provider',
    spec: [interoperability, rfc7591('2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'What the product refuses afterwards stays behind as a client without an application.',
    judge: every(refusedBeforehand, ({ value }) =>
      value.registered === undefined
        ? undefined
        : { expected: 'no registration', found: `a registration in exchange ${value.registered}` },
    ),
    mutant: mutant(
      'registers the application and refuses it afterwards',
      repeat(named('Console web'), (exchange) => ({
        ...exchange,
        request: {
          ...exchange.request,
          body: { ...exchange.request.body, text: exchange.request.body.text.replace('Console web', 'Refused web') },
        },
      })),
    ),
    related: ['H-54'],
  },
  {
    id: 'R-41',
    slug: 'metadata-then-token-then-registration',
    title: 'reads metadata before it asks for a token, and has a token before it registers',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['discovery', 'registration'],
    why: 'A first call in another order works only on a warm cache: it fails after a restart.',
    judge: every(ordered, isInOrder),
    mutant: mutant(
      'asks for metadata last',
      moveToEnd((seen) => seen.of('discovery').filter(({ recording }) => recording === 'golden-oauth')),
    ),
  },
  {
    id: 'R-42',
    slug: 'user-agent',
    title: 'says in User-Agent what it is',
    spec: [rfc9110('10.1.5')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Whoever operates the identity provider can then tell whose calls fail.',
    judge: every(
      read(all('request', discoveries, tokenRequests, registrations), 'was seen', (exchange) => [
        headerSpot(exchange, exchange.request.header('user-agent').join(', '), 'User-Agent'),
      ]),
      ({ value }) => (value.trim() === '' ? { expected: 'a User-Agent header', found: 'absent' } : undefined),
    ),
    mutant: mutant('sends no User-Agent', dropHeader(first('registration'), 'User-Agent')),
  },
  {
    id: 'R-43',
    slug: 'provider-secret-stays-at-token-endpoint',
    title: 'shows the secret of the provider to the token endpoint alone',
    spec: [rfc6749('2.3.1'), interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs: ['token-request', 'registration'],
    why: 'With that secret anybody registers clients in the name of the product.',
    judge: every(providerSecrets, ({ value }) =>
      value === undefined ? undefined : { expected: 'no secret of the provider', found: value },
    ),
    mutant: mutant(
      'copies the secret of the provider into the registration',
      setMembers(named('Lone web'), { provider_secret: markOf('provider secret of golden-oauth') }),
    ),
  },
  {
    id: 'R-45',
    slug: 'unique-member-names',
    title: 'names each member of a JSON object once',
    spec: [rfc8259('4')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'Of two members with one name each server takes the one it likes.',
    judge: every(
      read(registrations, 'was seen', (exchange) => [bodySpot(exchange, repeatedNames(exchange.request.body.text))]),
      ({ value }) =>
        value.length === 0 ? undefined : { expected: 'unique names', found: `twice: ${value.join(', ')}` },
    ),
    mutant: mutant(
      'sends client_name twice',
      setText(named('Lone web'), (text) => text.replace(/^\{/, '{"client_name":"Other",')),
    ),
  },
);
