import { holds } from '../../demands.ts';
import { every } from '../../rules.ts';
import { discovery10, interoperability, rfc6749, rfc7591, rfc8259, rfc9110, rfc9700 } from '../../specs.ts';
import { cases, headers, member, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { isJsonType, isText } from '../demands.ts';
import { isTaken } from '../outcomes.ts';
import { delay, dropMembers, idpMutant, refuse, rewrite, setHeader, setStatus } from '../rewrite.ts';
import { asApim, isExplained, isNoRedirect, parsed, posts, refusals, seconds } from './answers.ts';

/** APIM cannot do without it, and there is no setting for it. */
const must = { level: 'INTEROP', levelIn: { gravitee: 'MUST' }, profiles: ['gravitee'] } as const;
const should = { level: 'SHOULD', profiles: ['gravitee'] } as const;

/** No timeout of APIM's own; what stands before it has one. */
const patience = 10;

/** What an identity provider must give so that Gravitee APIM can be configured with it, and how it should answer. */
export const apimProvider = defineIdpChecks(
  {
    ...must,
    id: 'AP-01',
    slug: 'both-endpoints-in-one-document',
    title: 'names the registration and the token endpoint in one JSON document',
    spec: [discovery10('3'), interoperability],
    needs: cases('metadata'),
    why: 'APIM reads these two members of the address that its administrator typed, and nothing else.',
    judge: both(
      every(statuses('metadata'), isTaken),
      every(member('registration_endpoint', 'metadata'), isText),
      every(member('token_endpoint', 'metadata'), isText),
    ),
    mutant: idpMutant('names no token endpoint', rewrite('metadata', dropMembers('token_endpoint'))),
    related: ['ID-07'],
  },
  {
    ...must,
    id: 'AP-02',
    slug: 'registrar-uses-basic',
    title: 'takes client_secret_basic from the client that registers',
    spec: [rfc6749('2.3.1'), interoperability],
    needs: cases('token'),
    why: 'APIM has no other way to show who it is at the token endpoint.',
    judge: every(statuses('token'), isTaken),
    mutant: idpMutant('wants the secret in the body', rewrite('token', refuse(401, 'invalid_client'))),
    related: ['IT-01', 'IT-02', 'IT-03', 'IT-04', 'IT-09'],
  },
  {
    ...must,
    id: 'AP-03',
    slug: 'registrar-credentials-raw',
    title: 'takes the credentials of the registering client as they are, not form-encoded',
    spec: [rfc6749('2.3.1'), interoperability],
    needs: cases('token-raw-basic'),
    why: 'APIM does not encode; a secret of letters, digits and ".", "_", "~", "-" is the same both ways.',
    judge: every(statuses('token-raw-basic'), isTaken),
    mutant: idpMutant('decodes them', rewrite('token-raw-basic', refuse(401, 'invalid_client'))),
    related: ['IT-10'],
  },
  {
    ...must,
    id: 'AP-04',
    slug: 'client-credentials-token-registers',
    title: 'registers clients with an access token from the client credentials grant',
    spec: [rfc7591('3'), interoperability],
    needs: cases('register-client-credentials-token'),
    why: 'APIM knows this kind of token and a static one, which then has to be configured.',
    judge: every(statuses('register-client-credentials-token'), isTaken),
    mutant: idpMutant(
      'takes tokens of its own kind alone',
      rewrite('register-client-credentials-token', refuse(401, 'invalid_token')),
    ),
    related: ['IA-11'],
  },
  {
    ...should,
    id: 'AP-14',
    slug: 'answers-in-time',
    title: `answers everything that APIM asks within ${patience} seconds`,
    spec: [interoperability],
    needs: cases('metadata', 'register-web-apim'),
    why: 'APIM waits for ever; the proxy before its portal does not, and then a client exists that nobody knows of.',
    judge: every(
      seconds(...parsed),
      holds(`at most ${patience} seconds`, (value: number) => value <= patience),
    ),
    mutant: idpMutant('takes half a minute', delay('register-web-apim', 30_000)),
  },
  {
    ...should,
    id: 'AP-15',
    slug: 'errors-readable',
    title: 'explains a refusal with error and error_description',
    spec: [rfc7591('3.2.2'), interoperability],
    needs: cases('refuse-grant-unknown', 'refuse-auth-method-unknown'),
    why: 'APIM shows these two members to the developer; of any other form it shows two empty brackets.',
    judge: every(refusals('refuse-grant-unknown', 'refuse-auth-method-unknown'), isExplained),
    mutant: idpMutant('gives a code alone', rewrite('refuse-grant-unknown', dropMembers('error_description'))),
    related: ['IE-48'],
  },
  {
    ...should,
    id: 'AP-16',
    slug: 'posts-not-redirected',
    title: 'redirects no POST and no PUT of APIM',
    spec: [rfc9110('15.4'), rfc9700('4.12'), interoperability],
    needs: cases('token', 'register-web-apim'),
    why: 'APIM follows 303 alone, as a GET that carries the token along, to whatever address it names.',
    judge: every(statuses(...posts), isNoRedirect),
    mutant: idpMutant(
      'redirects a registration',
      rewrite('register-native-apim-upper', setStatus(303), setHeader('Location', 'https://login.example/')),
    ),
    related: ['AP-05', 'IR-30'],
  },
  {
    ...should,
    id: 'AP-17',
    slug: 'json-said-to-be-json',
    title: 'says of everything that APIM parses that it is JSON',
    spec: [rfc8259('8.1'), interoperability],
    needs: cases('metadata', 'register-web-apim'),
    why: 'APIM reads what is not called JSON as Latin-1, and a name with an umlaut comes out wrong.',
    judge: every(headers('Content-Type', 'metadata', 'token', ...asApim), isJsonType),
    mutant: idpMutant('says text/plain', rewrite('register-web-apim', setHeader('Content-Type', 'text/plain'))),
    related: ['IR-02'],
  },
);
