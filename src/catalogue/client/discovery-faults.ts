import { incidents, neverAfter, type Faults } from '../reactions.ts';
import { every } from '../rules.ts';
import { defineChecks } from '../define.ts';
import {
  discovery10,
  interoperability,
  rfc6749,
  rfc8259,
  rfc8414,
  rfc9110,
  rfc9111,
  rfc9325,
  rfc9700,
} from '../specs.ts';
import { askForTokenAt, faulted, silence } from './fault-mutations.ts';
import { explainedRow, rowOf, toldRow, toleratedRow } from './fault-rows.ts';
import {
  isReadAsUtf8,
  lettersSent,
  givesUpInTime,
  goesWhereMetadataSays,
  isMade,
  retriesPolitely,
  secretElsewhereUnsaid,
  secretOverHttp,
  stopsReading,
} from './fault-rules.ts';
import { changeTarget, dropExchanges, edit, mutant } from './mutations.ts';

const otherIssuer: Faults = [
  'issuer-mismatch',
  'issuer-upper-case',
  'issuer-missing',
  'issuer-null',
  'issuer-empty',
  'issuer-number',
  'issuer-array',
  'issuer-object',
];

const slash: Faults = ['issuer-trailing-slash'];
const query: Faults = ['endpoints-with-query'];
const letters: Faults = ['endpoints-with-letters', 'endpoints-with-letters-untyped'];
const status: Faults = ['discovery-status-404', 'discovery-status-*', 'discovery-not-found', 'discovery-bad-gateway'];
const overHttp: Faults = ['endpoints-over-http', 'discovery-redirect-301-http', 'discovery-redirect-302-http'];
const foreign: Faults = ['token-endpoint-elsewhere', 'registration-endpoint-elsewhere', 'discovery-redirect-*'];
const unkept: Faults = ['discovery-no-store'];
const moved: Faults = ['endpoints-moved'];
const outage: Faults = ['discovery-503-retry-after-seconds', 'discovery-503-*', 'discovery-429-*'];
const slow: Faults = ['discovery-slow', 'discovery-never', 'discovery-drip', 'discovery-last-byte-late'];
const large: Faults = ['discovery-100-mb', 'discovery-1-gb', 'discovery-gzip-100-mb'];

const tokenEndpoint = 'https://idp.example/fault/token';

const goesOn = (fault: string) => mutant('asks for a token all the same', askForTokenAt(fault, tokenEndpoint));

export const discoveryFaults = defineChecks(
  {
    ...rowOf({
      id: 'D-06',
      slug: 'issuer-mismatch-refused',
      title: 'stops when the metadata names another issuer',
      spec: [discovery10('4.3'), rfc8414('3.3')],
      level: 'MUST',
      faults: otherIssuer,
      why: 'Whoever can change the document sends the product with its secret to an endpoint of their own.',
      quote: 'If these values are not identical, the data contained in the response MUST NOT be used.',
    }),
    judge: neverAfter(otherIssuer, isMade('token', 'registration')),
    mutant: goesOn('issuer-mismatch'),
  },
  {
    ...rowOf({
      id: 'D-07',
      slug: 'issuer-compared-exactly',
      title: 'stops when the issuer differs by a final slash',
      spec: [discovery10('4.3'), rfc8414('3.3')],
      level: 'MUST',
      faults: slash,
      why: 'Issuers are compared as they are written: later every token of this provider is refused.',
    }),
    judge: neverAfter(slash, isMade('token', 'registration')),
    mutant: goesOn('issuer-trailing-slash'),
  },
  {
    ...rowOf({
      id: 'D-10',
      slug: 'endpoint-query-kept',
      title: 'keeps the query of an endpoint as it is written',
      spec: [rfc6749('3.2')],
      level: 'MUST',
      faults: query,
      why: 'Providers with tenants tell them apart by such a query; without it another tenant, or none, is asked.',
      related: ['D-08'],
    }),
    judge: goesWhereMetadataSays(query),
    mutant: mutant(
      'drops the query of the registration endpoint',
      changeTarget(
        (seen) => seen.of('registration').filter(({ recording }) => recording === 'fault-endpoints-with-query'),
        (url) => url.replace(/\?.*/, ''),
      ),
    ),
  },
  {
    ...rowOf({
      id: 'D-26',
      slug: 'metadata-read-as-utf-8',
      title: 'reads metadata as UTF-8, whatever its Content-Type says or does not say',
      spec: [rfc8259('8.1'), interoperability],
      faults: letters,
      why: 'Names and addresses with letters outside of ASCII are read wrong, and another address is asked.',
      related: ['D-08'],
    }),
    judge: every(lettersSent(letters), ({ value }) =>
      isReadAsUtf8(value) ? undefined : { expected: 'town=Z%C3%BCrich', found: `town=${value}` },
    ),
    mutant: mutant(
      'reads it as ISO 8859-1',
      changeTarget(
        (seen) => seen.of('registration').filter(({ recording }) => recording === 'fault-endpoints-with-letters'),
        (url) => url.replace('%C3%BC', '%C3%83%C2%BC'),
      ),
    ),
  },
  toldRow(
    {
      id: 'D-11',
      slug: 'missing-registration-endpoint-named',
      title: 'says that the metadata has no registration_endpoint',
      spec: [rfc8414('2'), interoperability],
      faults: ['registration-endpoint-missing', 'registration-endpoint-null', 'registration-endpoint-empty'],
      why: 'Providers without dynamic registration are common, and the administrator looks for the mistake elsewhere.',
    },
    'registration_endpoint',
    /registration[ _-]?endpoint/i,
  ),
  toldRow(
    {
      id: 'D-12',
      slug: 'missing-token-endpoint-named',
      title: 'says that the metadata has no token_endpoint',
      spec: [discovery10('3'), rfc8414('2'), interoperability],
      faults: ['token-endpoint-missing', 'token-endpoint-null', 'token-endpoint-empty'],
      why: 'The administrator needs the name of the member to ask the provider for it.',
    },
    'token_endpoint',
    /token[ _-]?endpoint/i,
  ),
  toleratedRow({
    id: 'D-13',
    slug: 'unknown-metadata-ignored',
    title: 'takes metadata with members that it does not know',
    spec: [discovery10('3'), rfc8414('2')],
    faults: ['discovery-unknown-members'],
    why: 'Each extension brings members of its own, and every provider has some.',
    quote: 'Additional authorization server metadata parameters MAY also be used.',
  }),
  toleratedRow({
    id: 'D-14',
    slug: 'null-metadata-tolerated',
    title: 'takes metadata with optional members that are null',
    spec: [interoperability],
    faults: ['discovery-null-members'],
    why: 'Some providers write null for what they do not have, and cannot be used at all.',
  }),
  explainedRow({
    id: 'D-15',
    slug: 'wrong-metadata-types-explained',
    title: 'explains what is wrong with metadata of the wrong types',
    spec: [discovery10('4.2'), interoperability],
    faults: [
      'token-endpoint-array',
      'token-endpoint-number',
      'token-endpoint-object',
      'token-endpoint-relative',
      'registration-endpoint-number',
      'registration-endpoint-array',
      'registration-endpoint-object',
      'registration-endpoint-relative',
      'discovery-wrong-types',
      'auth-methods-string',
      'discovery-body-null',
      'discovery-body-array',
      'discovery-body-string',
    ],
    why: 'An administrator can do nothing with a stack trace.',
  }),
  {
    ...rowOf({
      id: 'D-16',
      slug: 'metadata-status-checked',
      title: 'takes an answer for metadata only with status 200',
      spec: [discovery10('4.2'), rfc8414('3.2')],
      faults: status,
      why: 'The body of an error is read as the configuration of a provider.',
      quote:
        'A successful response MUST use the 200 OK HTTP status code and return a JSON object using the "application/json" content type',
    }),
    judge: neverAfter(status, isMade('token', 'registration')),
    mutant: goesOn('discovery-status-404'),
  },
  explainedRow({
    id: 'D-17',
    slug: 'metadata-media-type-checked',
    title: 'explains that a page is no metadata',
    spec: [discovery10('4.2'), interoperability],
    faults: [
      'discovery-html',
      'discovery-truncated',
      'discovery-body-empty',
      'discovery-cut',
      'discovery-content-type-*',
      'discovery-charset-*',
      'discovery-bom',
    ],
    why: 'A login page or a proxy in between is the usual cause, and the words of a parser do not say so.',
  }),
  explainedRow({
    id: 'D-18',
    slug: 'metadata-redirects',
    title: 'follows a redirect of the discovery address, or says that there is one',
    spec: [rfc9110('15.4'), interoperability],
    faults: ['discovery-redirect-302-same', 'discovery-redirect-*'],
    why: 'Providers move; the administrator has to learn the new address.',
  }),
  {
    ...rowOf({
      id: 'D-19',
      slug: 'no-downgrade-to-http',
      title: 'sends no secret without TLS to an endpoint that metadata over TLS named',
      spec: [rfc9325('3.2'), rfc9700('2.6'), rfc6749('2.3.1')],
      level: 'SEC',
      faults: overHttp,
      why: 'The secret of the product goes over the network in the clear.',
      related: ['X-01'],
    }),
    judge: neverAfter(overHttp, secretOverHttp),
    mutant: mutant(
      'asks for a token over http',
      askForTokenAt('endpoints-over-http', 'http://idp.example/fault/token'),
    ),
  },
  {
    ...rowOf({
      id: 'D-20',
      slug: 'foreign-endpoints-reported',
      title: 'says that an endpoint is on another origin before it gets credentials',
      spec: [rfc9700('4.4'), interoperability],
      faults: foreign,
      why: 'Large providers have endpoints on several hosts; so has an attacker, and only the administrator can tell.',
    }),
    judge: neverAfter(foreign, secretElsewhereUnsaid),
    mutant: mutant(
      'sends the credentials to the other origin without a word',
      silence('token-endpoint-elsewhere'),
      askForTokenAt('token-endpoint-elsewhere', 'https://elsewhere.example/token'),
    ),
  },
  {
    ...rowOf({
      id: 'D-21',
      slug: 'metadata-caching',
      title: 'asks again for metadata that may not be kept',
      spec: [rfc9111('5.2.2.5')],
      level: 'SHOULD',
      faults: unkept,
      why: 'After a move or a change of keys the product goes on with what the provider has withdrawn.',
    }),
    judge: neverAfter(unkept, ({ role, exchange }, incident) =>
      (role === 'token' || role === 'registration') && exchange.step !== incident.exchange.exchange.step
        ? { expected: 'metadata first, in each step', found: 'metadata of a step before' }
        : undefined,
    ),
    mutant: mutant(
      'keeps metadata that says no-store',
      dropExchanges((seen) => faulted('discovery-no-store')(seen).slice(1)),
    ),
  },
  {
    ...rowOf({
      id: 'D-22',
      slug: 'metadata-refreshed-on-save',
      title: 'uses the addresses of the newest metadata once the provider is saved again',
      spec: [interoperability],
      faults: moved,
      why: 'Saving again is what an administrator does to make the product see a change.',
      related: ['D-08'],
    }),
    judge: goesWhereMetadataSays(moved),
    mutant: mutant(
      'registers at the address of the metadata before',
      changeTarget(
        (seen) => seen.of('registration').filter(({ recording }) => recording === 'fault-endpoints-moved'),
        (url) => url.replace(/\?.*/, ''),
      ),
    ),
  },
  {
    ...rowOf({
      id: 'D-23',
      slug: 'metadata-retried-politely',
      title: 'asks again for metadata no sooner than the server says, or tells the person',
      spec: [rfc9110('10.2.3'), interoperability],
      faults: outage,
      why: 'A server that is down is kept down by clients that do not wait.',
    }),
    judge: every(incidents(outage), retriesPolitely),
    mutant: mutant('says nothing at all', silence('discovery-503-retry-after-seconds')),
  },
  {
    ...rowOf({
      id: 'D-24',
      slug: 'metadata-timeout',
      title: 'does not wait for metadata for more than half a minute',
      spec: [interoperability],
      faults: slow,
      why: 'The page hangs, and each try blocks a thread of the product.',
    }),
    judge: every(incidents(slow), givesUpInTime),
    mutant: mutant(
      'waits for a minute',
      edit(faulted('discovery-slow'), (exchange) => ({ ...exchange, endedAt: exchange.startedAt + 60_000 })),
    ),
  },
  {
    ...rowOf({
      id: 'D-25',
      slug: 'metadata-size-limit',
      title: 'stops reading metadata that is far too large',
      spec: [interoperability],
      level: 'SEC',
      faults: large,
      why: 'One answer fills the memory of the product.',
    }),
    judge: every(incidents(large), stopsReading),
    mutant: mutant(
      'reads all of it',
      edit(faulted('discovery-100-mb'), ({ response, ...exchange }) => ({
        ...exchange,
        response: { ...response, delivery: 'complete', body: { ...response.body, bytes: 104_857_600 } },
      })),
    ),
  },
  toleratedRow({
    id: 'D-27',
    slug: 'compression',
    title: 'reads compressed answers when it has offered to',
    spec: [rfc9110('8.4')],
    faults: ['discovery-gzip', 'token-gzip', 'registration-gzip', 'update-gzip', 'renewal-gzip'],
    why: 'A client that offers an encoding and cannot read it works until the server is updated.',
  }),
);
