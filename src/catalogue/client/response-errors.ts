import { defineChecks, everyProfile } from '../define.ts';
import { affected, incidents, leavesNoOrphan, neverAfter, tellsTheStatus, type Faults } from '../reactions.ts';
import { every, show } from '../rules.ts';
import { interoperability, rfc6585, rfc6750, rfc7591, rfc7592, rfc9110 } from '../specs.ts';
import { abandon, follow, registerWith, say, tokenOf } from './fault-mutations.ts';
import { explainedRow, passedOnRow, rowOf, toldRow, type FaultRow } from './fault-rows.ts';
import { retriesPolitely, secretElsewhere, secretOverHttp } from './fault-rules.ts';
import { dropExchanges, editRecording, mutant, named, setHeader } from './mutations.ts';
import {
  isPlainText,
  keepsNoCookie,
  refusedAfterRegistration,
  retriesWithNewToken,
  viewsOfApplications,
} from './response-rules.ts';

/** A refusal with a code of RFC 7591 §3.2.2, passed on. */
const passedOn = (row: Omit<FaultRow, 'spec'> & Partial<FaultRow>) =>
  passedOnRow({ spec: [rfc7591('3.2.2')], ...row }, 'error', 'error_description');

const empty: Faults = ['bad-request-empty', 'unauthorized-empty', 'server-error-empty'];
const odd: Faults = [
  'error-long',
  'error-with-line-breaks',
  'error-with-bidi-marks',
  'error-with-markup',
  'registration-error-latin1',
];
const invalidToken: Faults = ['invalid-token', 'invalid-token-once', 'unauthorized-bare', 'bearer-invalid-request'];
const tooMany: Faults = ['registration-429-retry-after-seconds', 'registration-429-*'];
const unavailable: Faults = ['unavailable-503', 'registration-503-*'];
const slow: Faults = ['registration-slow', 'registration-last-byte-late', 'registration-drip', 'registration-never'];
const elsewhere: Faults = [
  'see-other-elsewhere',
  'registration-redirect-301-elsewhere',
  'registration-redirect-302-elsewhere',
  'registration-redirect-307-elsewhere',
  'registration-redirect-308-elsewhere',
];
const downgrade: Faults = [
  'registration-redirect-303-http',
  'registration-redirect-301-http',
  'registration-redirect-302-http',
  'registration-redirect-307-http',
  'registration-redirect-308-http',
];
const cookie: Faults = ['resp-set-cookie', 'token-set-cookie', 'discovery-set-cookie'];

const bearer = (fault: string): [string, string] => ['Authorization', `Bearer ${tokenOf(fault)}`];

export const responseErrors = defineChecks(
  passedOn({
    id: 'H-34',
    slug: 'redirect-uri-error-passed-on',
    title: 'passes on that the server does not allow the redirect URI',
    faults: ['invalid-redirect-uri'],
    why: 'The developer typed it and is the only one who can change it.',
  }),
  passedOn({
    id: 'H-35',
    slug: 'metadata-error-passed-on',
    title: 'passes on that the server does not allow the metadata',
    faults: ['invalid-client-metadata', 'error-only'],
    why: 'The description names the member that is not allowed, and the product is the only one who reads it.',
  }),
  passedOn({
    id: 'H-36',
    slug: 'statement-error-passed-on',
    title: 'passes on that the software statement is not valid',
    faults: ['invalid-software-statement'],
    why: 'The administrator has to ask for a new statement.',
  }),
  passedOn({
    id: 'H-37',
    slug: 'unapproved-statement-passed-on',
    title: 'passes on that the software statement is not approved',
    faults: ['unapproved-software-statement'],
    why: 'The administrator has to ask the provider for approval.',
  }),
  passedOn({
    id: 'H-38',
    slug: 'unknown-error-passed-on',
    title: 'passes on an error code that it does not know',
    faults: ['registration-forbidden'],
    why: 'Providers have codes of their own, and the description says what to do.',
  }),
  passedOn({
    id: 'H-39',
    slug: 'unknown-error-members-ignored',
    title: 'ignores members of an error that it does not know',
    level: 'MUST',
    faults: ['error-unknown-members'],
    why: 'The reason is lost because something else stands beside it.',
    quote: 'Other members MAY also be included and, if they are not understood, they MUST be ignored.',
  }),
  passedOnRow(
    {
      id: 'H-40',
      slug: 'other-error-forms-passed-on',
      title: 'passes on the reason when it stands in a member of another name',
      spec: [interoperability],
      faults: ['error-in-message', 'error-problem-json', 'error-array', 'error-null'],
      why: 'The developer reads "Bad Request", and the sentence that would help is thrown away.',
    },
    'message',
    'detail',
  ),
  explainedRow({
    id: 'H-41',
    slug: 'error-page-not-echoed',
    title: 'shows no page of a gateway in place of a message',
    spec: [interoperability],
    faults: ['bad-gateway-html', 'forbidden-html', 'registration-html'],
    why: 'Markup of a stranger stands in the page of the product.',
  }),
  {
    ...rowOf({
      id: 'H-42',
      slug: 'empty-error-has-status',
      title: 'says the status of an error that says nothing itself',
      spec: [interoperability],
      faults: empty,
      why: 'It is all that is known.',
    }),
    judge: every(incidents(empty), tellsTheStatus),
    mutant: mutant('says that something went wrong', say('bad-request-empty', 'error[] description[]')),
  },
  {
    ...rowOf({
      id: 'H-43',
      slug: 'error-text-tamed',
      title: 'shows a short and plain text of an error, whatever the server wrote',
      spec: [interoperability],
      faults: odd,
      why: 'A description of ten thousand characters, or one that turns the writing round, hides what the product says.',
    }),
    judge: every(incidents(odd), isPlainText),
    mutant: mutant('shows all of it', say('error-long', 'too long, '.repeat(1024))),
  },
  {
    ...rowOf({
      id: 'H-44',
      slug: 'invalid-token-not-repeated',
      title: 'does not send a token again that was refused',
      spec: [rfc6750('3.1')],
      level: 'MAY',
      faults: invalidToken,
      why: 'It is refused again, and servers lock out who does not stop.',
      quote: 'The client MAY request a new access token and retry the protected resource request.',
    }),
    judge: every(incidents(invalidToken), retriesWithNewToken),
    mutant: mutant('sends the same token again', registerWith('invalid-token', tokenOf('invalid-token'))),
  },
  toldRow(
    {
      id: 'H-45',
      slug: 'missing-scope-named',
      title: 'says that the token lacks a scope',
      spec: [rfc6750('3.1')],
      faults: ['insufficient-scope'],
      why: 'The administrator can grant the scope once somebody says its name.',
    },
    'the word scope',
    /scope/i,
  ),
  {
    ...rowOf({
      id: 'H-46',
      slug: 'registration-rate-limit',
      title: 'registers again no sooner than the server says, or tells the person',
      spec: [rfc6585('4'), rfc9110('10.2.3')],
      faults: tooMany,
      why: 'A client that does not wait is locked out for longer.',
    }),
    judge: every(incidents(tooMany), retriesPolitely),
    mutant: mutant(
      'tries again at once',
      registerWith('registration-429-retry-after-seconds', tokenOf('registration-429-retry-after-seconds')),
    ),
  },
  {
    ...rowOf({
      id: 'H-47',
      slug: 'registration-outage',
      title: 'tries a server that is down no sooner than it says, or tells the person',
      spec: [rfc9110('10.2.3')],
      faults: unavailable,
      why: 'A server that is down is kept down by clients that do not wait.',
    }),
    judge: every(incidents(unavailable), retriesPolitely),
    mutant: mutant('tries again at once', registerWith('unavailable-503', tokenOf('unavailable-503'))),
  },
  {
    ...rowOf({
      id: 'H-48',
      slug: 'slow-answer-leaves-no-orphan',
      title: 'leaves no client behind when the answer comes late',
      spec: [interoperability],
      faults: slow,
      why: 'The page gave up, the developer tries again, and each try leaves one more client.',
    }),
    judge: every(affected(slow), leavesNoOrphan),
    mutant: mutant('gives up before the answer', abandon('registration-slow')),
  },
  explainedRow({
    id: 'H-50',
    slug: 'registration-redirect-explained',
    title: 'follows a redirect of the registration endpoint, or explains that there is one',
    spec: [rfc9110('15.4')],
    faults: [
      'registration-redirect-307-same',
      'registration-redirect-308-same',
      'registration-redirect-301-same',
      'registration-redirect-302-same',
      'registration-redirect-303-same',
    ],
    why: 'Providers move; the administrator has to learn the new address.',
  }),
  {
    ...rowOf({
      id: 'H-51',
      slug: 'registration-redirect-keeps-token',
      title: 'sends no token to another origin when the registration endpoint redirects',
      spec: [rfc9110('15.4'), rfc9110('15.4.4')],
      level: 'SEC',
      faults: elsewhere,
      why: 'Whoever controls the redirect can register clients of their own.',
    }),
    judge: neverAfter(elsewhere, secretElsewhere),
    mutant: mutant(
      'follows a 303 and keeps the Authorization header',
      follow('see-other-elsewhere', {
        method: 'GET',
        url: 'https://elsewhere.example/reg',
        headers: [bearer('see-other-elsewhere')],
      }),
    ),
  },
  {
    ...rowOf({
      id: 'H-52',
      slug: 'registration-redirect-keeps-tls',
      title: 'sends no token without TLS when the registration endpoint redirects',
      spec: [rfc9110('15.4'), rfc6750('5.3')],
      level: 'SEC',
      faults: downgrade,
      why: 'The token that opens registration goes over the network in the clear.',
      related: ['X-01'],
    }),
    judge: neverAfter(downgrade, secretOverHttp),
    mutant: mutant(
      'follows a 303 to http and keeps the Authorization header',
      follow('registration-redirect-303-http', {
        method: 'GET',
        url: 'http://idp.example/fault/reg',
        headers: [bearer('registration-redirect-303-http')],
      }),
    ),
  },
  {
    ...rowOf({
      id: 'H-53',
      slug: 'cookie-not-shared',
      title: 'sends no cookie of one step in another',
      spec: [interoperability],
      faults: cookie,
      why: 'What the server ties to a visit is mixed up between applications and people.',
    }),
    judge: every(incidents(cookie), keepsNoCookie),
    mutant: mutant(
      'keeps cookies for all that it does',
      setHeader(named('App resp-set-cookie again'), 'Cookie', 'visit=1'),
    ),
  },
  {
    id: 'H-54',
    slug: 'refused-after-registration-undone',
    title: 'takes the client back when no application comes of it',
    spec: [rfc7592('2.3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration-accepted', 'end-of-story'],
    why: 'A client that nobody owns keeps its secret and its rights for ever.',
    judge: every(refusedAfterRegistration, ({ value: { clientId, left } }) =>
      left ? { expected: 'no client', found: `client ${clientId} without an application` } : undefined,
    ),
    mutant: mutant(
      'refuses the application and forgets the client',
      dropExchanges((seen) =>
        seen.exchanges.filter(({ recording, method }) => recording === 'golden-undone' && method === 'DELETE'),
      ),
      editRecording('golden-undone', (recording) => ({ ...recording, clientsAtIdp: ['id-undone-web'] })),
    ),
  },
  {
    id: 'H-55',
    slug: 'three-views-agree',
    title: 'shows the client as the identity provider has it',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['three-views'],
    why: 'The developer and the server speak of two different clients.',
    judge: every(viewsOfApplications, ({ value }) =>
      value === undefined
        ? undefined
        : { expected: `${value.member} ${show(value.atIdp)}`, found: show(value.inProduct) },
    ),
    mutant: mutant(
      'shows a grant that the client does not have',
      editRecording('golden-connect', (recording) => ({
        ...recording,
        applications: recording.applications.map((application) =>
          application.name === 'Portal web' && application.api
            ? { ...application, api: { ...application.api, grantTypes: ['authorization_code', 'implicit'] } }
            : application,
        ),
      })),
    ),
  },
);
