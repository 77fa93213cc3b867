import { defineChecks } from '../define.ts';
import { affected, incidents, isRefused, leavesNoOrphan, shown, showsTheId, type Faults } from '../reactions.ts';
import { every } from '../rules.ts';
import { interoperability, registration10, rfc6749, rfc7591, rfc7592, rfc8259 } from '../specs.ts';
import { abandon, createWith, follow, registerWith, showAs, silence, storyOf, tokenOf } from './fault-mutations.ts';
import { clientlessRow, explainedRow, rowOf, toldRow, toleratedRow } from './fault-rows.ts';
import { dropMember, editRecording, inRecording, mutant } from './mutations.ts';
import { membersKeptAfter, usesHalfThePair, warnsOfExpiry } from './management-rules.ts';
import { reportsLostAnswer, sharedIds, showsTheAnswer } from './response-rules.ts';

const unknown: Faults = ['resp-unknown-members'];
const grants: Faults = ['resp-refresh-token-dropped', 'resp-grants-substituted'];
const redirects: Faults = ['resp-redirect-uris-changed'];
const scopeArray: Faults = ['resp-scope-array'];
const numberId: Faults = ['client-id-number'];
const oddId: Faults = [
  'client-id-with-slash',
  'client-id-with-percent',
  'client-id-with-space',
  'client-id-with-non-ascii',
  'client-id-with-question-mark',
  'client-id-with-markup',
  'client-id-long',
];
const sharedId: Faults = ['client-id-shared'];
const truncated: Faults = ['resp-truncated'];
const noObject: Faults = ['resp-body-null', 'resp-body-array', 'resp-body-string'];
const cut: Faults = ['cut-body', 'cut-head'];
const soon: Faults = ['secret-expiry-soon'];
const halfPair: Faults = [
  'management-token-missing',
  'management-token-null',
  'management-token-empty',
  'management-uri-missing',
  'management-uri-null',
  'management-uri-empty',
];

export const responses = defineChecks(
  toleratedRow({
    id: 'H-01',
    slug: 'minimal-answer-taken',
    title: 'makes an application of an answer with nothing but client_id',
    spec: [rfc7591('3.2.1')],
    faults: ['resp-minimal'],
    why: 'Only client_id is required in the answer, and small servers send little more.',
  }),
  toleratedRow({
    id: 'H-02',
    slug: 'status-200-taken',
    title: 'takes status 200 for a registration',
    spec: [registration10('3.2'), interoperability],
    faults: ['resp-status-200'],
    why: 'Several servers answer 200, and the client that they have made is left behind.',
  }),
  clientlessRow({
    id: 'H-03',
    slug: 'no-body-no-application',
    title: 'creates no application when the answer has no body',
    spec: [rfc7591('3.2.1')],
    faults: ['resp-status-204', 'resp-status-202', 'resp-body-empty'],
    why: 'The developer has an application that no gateway will ever let through.',
  }),
  toleratedRow({
    id: 'H-04',
    slug: 'unknown-answer-members-ignored',
    title: 'takes a registration answer with members that it does not know',
    spec: [rfc7591('3.2.1')],
    faults: unknown,
    why: 'Each provider adds members of its own.',
    quote: 'The response MAY contain additional fields as specified by extensions to this specification.',
  }),
  {
    ...rowOf({
      id: 'H-05',
      slug: 'unknown-answer-members-returned',
      title: 'sends members that it does not know back with an update',
      spec: [rfc7592('2.2')],
      level: 'MUST',
      faults: unknown,
      why: 'What an update leaves out the server takes off the client.',
      related: ['M-05'],
    }),
    judge: membersKeptAfter(unknown),
    mutant: mutant(
      'forgets what it does not know',
      dropMember(inRecording(storyOf('resp-unknown-members'), 'management'), 'x_unknown'),
    ),
  },
  {
    ...rowOf({
      id: 'H-06',
      slug: 'substituted-grants-shown',
      title: 'shows the grant types that the server registered',
      spec: [rfc7591('3.2.1')],
      faults: grants,
      why: 'The developer builds on a grant that the client does not have.',
    }),
    judge: every(shown(grants), showsTheAnswer('grant_types', 'grantTypes')),
    mutant: mutant(
      'shows the grant types that were asked for',
      showAs('resp-refresh-token-dropped', { grantTypes: ['authorization_code', 'refresh_token'] }),
    ),
  },
  {
    ...rowOf({
      id: 'H-07',
      slug: 'substituted-redirects-shown',
      title: 'shows the redirect URIs that the server registered',
      spec: [rfc7591('3.2.1')],
      faults: redirects,
      why: 'Redirect URIs are compared as they are written, and the login of the users fails.',
    }),
    judge: every(shown(redirects), showsTheAnswer('redirect_uris', 'redirectUris')),
    mutant: mutant(
      'shows the redirect URIs that were asked for',
      showAs('resp-redirect-uris-changed', { redirectUris: ['https://lone.example/cb'] }),
    ),
  },
  {
    ...rowOf({
      id: 'H-11',
      slug: 'unreadable-answer-leaves-no-orphan',
      title: 'leaves no client behind when it cannot read the scope of the answer',
      spec: [rfc7592('2.3'), interoperability],
      faults: scopeArray,
      why: 'Each try of the developer leaves one more client with a secret that nobody owns.',
    }),
    judge: every(affected(scopeArray), leavesNoOrphan),
    mutant: mutant('gives up on the answer and forgets the client', abandon('resp-scope-array')),
  },
  toleratedRow({
    id: 'H-12',
    slug: 'null-answer-members-taken',
    title: 'takes optional members of the answer that are null',
    spec: [interoperability],
    faults: ['resp-null-optionals'],
    why: 'Servers in common use write null for what a client does not have.',
  }),
  toleratedRow({
    id: 'H-13',
    slug: 'empty-answer-members-taken',
    title: 'takes optional members of the answer that are empty',
    spec: [interoperability],
    faults: ['resp-empty-strings'],
    why: 'Servers in common use write an empty text for what a client does not have.',
  }),
  toleratedRow({
    id: 'H-14',
    slug: 'foreign-member-types-taken',
    title: 'takes members of types that it does not expect where it does not need them',
    spec: [rfc7591('3.2.1'), interoperability],
    faults: [
      'resp-enabled-string',
      'resp-id-number',
      'resp-domain-object',
      'resp-created-at-text',
      'resp-updated-at-text',
      'resp-contacts-string',
      'resp-name-object',
      'resp-name-number',
    ],
    why: 'Names that the product uses for itself are free for any provider to use in another way.',
  }),
  toleratedRow({
    id: 'H-15',
    slug: 'other-application-type-taken',
    title: 'takes an application_type that it has never heard of',
    spec: [registration10('2'), interoperability],
    faults: ['resp-application-type-service'],
    why: 'Providers have types of their own for machines.',
  }),
  toleratedRow({
    id: 'H-16',
    slug: 'missing-application-type-taken',
    title: 'takes an answer without application_type',
    spec: [rfc7591('3.2.1'), registration10('2')],
    faults: ['resp-application-type-missing'],
    why: 'A server that knows only OAuth has no such member.',
  }),
  clientlessRow({
    id: 'H-17',
    slug: 'missing-client-id-refused',
    title: 'creates no application when the answer has no client_id',
    spec: [rfc7591('3.2.1')],
    level: 'MUST',
    faults: ['client-id-missing', 'client-id-null', 'client-id-empty', 'client-id-array', 'client-id-object'],
    why: 'The application has no client: it cannot get a token, and its subscriptions match nobody.',
    quote: 'REQUIRED. OAuth 2.0 client identifier string.',
  }),
  {
    ...rowOf({
      id: 'H-18',
      slug: 'number-as-client-id',
      title: 'keeps every digit of a client_id that is a number',
      spec: [rfc6749('2.2'), interoperability],
      faults: numberId,
      why: 'A rounded number is another client.',
    }),
    judge: every(affected(numberId), showsTheId),
    mutant: mutant('writes the number as a fraction', createWith('client-id-number', '123.0')),
  },
  {
    ...rowOf({
      id: 'H-19',
      slug: 'odd-client-id-kept',
      title: 'keeps a client_id with any characters as it is',
      spec: [rfc6749('2.2')],
      faults: oddId,
      why: 'The server decides how an id looks; a changed one is another client.',
      quote: 'The client identifier string size is left undefined by this specification.',
    }),
    judge: every(affected(oddId), showsTheId),
    mutant: mutant('encodes the id for a URL and shows that', createWith('client-id-with-slash', 'odd%2Fid')),
  },
  {
    ...rowOf({
      id: 'H-20',
      slug: 'shared-client-id-refused',
      title: 'gives one client id to one application only',
      spec: [rfc7591('3.2.1')],
      faults: sharedId,
      why: 'Two teams share a client and its rights, and neither of them knows.',
    }),
    judge: every(sharedIds(sharedId), ({ value }) =>
      value === undefined ? undefined : { expected: 'a client id of its own', found: `the client id of ${value}` },
    ),
    mutant: mutant(
      'gives the client to a second application',
      createWith('client-id-shared', 'the-same-for-everyone'),
      editRecording(storyOf('client-id-shared'), (recording) => ({
        ...recording,
        applications: recording.applications.flatMap((application) => [
          application,
          { ...application, name: `${application.name} again` },
        ]),
      })),
    ),
  },
  toldRow(
    {
      id: 'H-21',
      slug: 'missing-secret-noticed',
      title: 'says that a confidential client got no secret',
      spec: [rfc7591('3.2.1'), interoperability],
      faults: ['secret-missing', 'secret-null', 'secret-empty', 'resp-auth-method-none'],
      why: 'The developer looks for a secret that does not exist.',
    },
    'the word secret',
    /secret/i,
  ),
  toleratedRow({
    id: 'H-22',
    slug: 'missing-secret-expiry-taken',
    title: 'takes a secret without a word on when it expires',
    spec: [rfc7591('3.2.1'), interoperability],
    faults: ['secret-expiry-missing'],
    why: 'The member is required beside a secret, and is often left out.',
  }),
  toldRow(
    {
      id: 'H-23',
      slug: 'expired-secret-noticed',
      title: 'says that the secret has expired already',
      spec: [rfc7591('3.2.1')],
      faults: ['secret-expiry-past'],
      why: 'The application never gets a token, with a secret that looks right.',
    },
    'the word expired',
    /expir/i,
  ),
  {
    ...rowOf({
      id: 'H-24',
      slug: 'short-lived-secret-noticed',
      title: 'says that the secret expires soon, or renews it',
      spec: [rfc7591('3.2.1')],
      faults: soon,
      why: 'The application stops working a minute after it was tested.',
    }),
    judge: every(incidents(soon), warnsOfExpiry),
    mutant: mutant('says nothing of it', silence('secret-expiry-soon')),
  },
  toleratedRow({
    id: 'H-25',
    slug: 'secret-expiry-types-taken',
    title: 'takes the expiry of a secret as a text or a fraction',
    spec: [rfc7591('3.2.1'), interoperability],
    faults: [
      'secret-expiry-string',
      'secret-expiry-float',
      'secret-expiry-huge',
      'secret-expiry-negative',
      'secret-expiry-null',
    ],
    why: 'The client exists at the server, and the product refuses it for a member that it never reads.',
  }),
  toleratedRow({
    id: 'H-26',
    slug: 'issue-time-types-taken',
    title: 'takes the time of issue in any form',
    spec: [rfc7591('3.2.1'), interoperability],
    faults: ['issued-at-iso', 'issued-at-string', 'issued-at-milliseconds', 'issued-at-seconds', 'issued-at-missing'],
    why: 'The client exists at the server, and the product refuses it for a member that it never reads.',
  }),
  toleratedRow({
    id: 'H-28',
    slug: 'unmanageable-client-taken',
    title: 'makes an application of a client that cannot be managed',
    spec: [registration10('3.2'), rfc7591('3.2.1')],
    faults: ['management-pair-missing'],
    why: 'Management is an extension of its own that many providers do not have.',
  }),
  {
    ...rowOf({
      id: 'H-29',
      slug: 'half-pair-unused',
      title: 'does not manage a client with half of what that needs',
      spec: [registration10('3.2'), rfc7592('3')],
      faults: halfPair,
      why: 'A request without its token, or to an address that was guessed, tells others of the client.',
    }),
    judge: usesHalfThePair(halfPair),
    mutant: mutant(
      'reads the client without a token',
      follow('management-token-missing', {
        method: 'GET',
        url: 'https://idp.example/fault/reg/id-app-management-token-missing',
      }),
    ),
  },
  {
    ...rowOf({
      id: 'H-30',
      slug: 'truncated-answer-refused',
      title: 'creates no application when the answer ends in the middle',
      spec: [rfc7591('3.2.1')],
      level: 'MUST',
      faults: truncated,
      why: 'What is missing may be the secret, or the client id itself.',
    }),
    judge: every(affected(truncated), isRefused),
    mutant: mutant('mends the answer and creates the application', createWith('resp-truncated', null)),
  },
  {
    ...rowOf({
      id: 'H-31',
      slug: 'answer-without-object-refused',
      title: 'creates no application when the answer is no JSON object',
      spec: [rfc7591('3.2.1')],
      level: 'MUST',
      faults: noObject,
      why: 'The application has no client at all.',
      quote:
        'The response is an "application/json" document with all parameters as top-level members of a JSON object.',
    }),
    judge: every(affected(noObject), isRefused),
    mutant: mutant('creates an application of nothing', createWith('resp-body-null', null)),
  },
  explainedRow({
    id: 'H-32',
    slug: 'media-type-of-answer',
    title: 'reads JSON under another media type, or explains why not',
    spec: [rfc7591('3.2.1'), interoperability],
    faults: ['resp-content-type-text', 'resp-content-type-*', 'resp-charset-*'],
    why: 'Gateways change the media type, and the client exists all the same.',
  }),
  explainedRow({
    id: 'H-33',
    slug: 'byte-order-mark',
    title: 'reads JSON after a byte order mark, or explains why not',
    spec: [rfc8259('8.1'), interoperability],
    faults: ['resp-bom'],
    why: 'The mark cannot be seen, and the words of a parser do not name it.',
  }),
  {
    ...rowOf({
      id: 'H-49',
      slug: 'cut-answer-reported',
      title: 'says so when the answer to a registration is cut off, and does not register once more by itself',
      spec: [interoperability],
      faults: cut,
      why: 'A client may exist that only an administrator of the provider can find, and each try adds one.',
    }),
    judge: every(incidents(cut), reportsLostAnswer),
    mutant: mutant('registers again at once', registerWith('cut-body', tokenOf('cut-body'))),
  },
);
