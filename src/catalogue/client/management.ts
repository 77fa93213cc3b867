import { defineChecks, everyProfile, type CatalogueCheck } from '../define.ts';
import { contentTypeOf, isOfType } from '../headers.ts';
import { affected, lastWords, neverAfter, shown, type Faults } from '../reactions.ts';
import { every, show } from '../rules.ts';
import { members, stringsOf } from '../select.ts';
import { updates } from '../sources.ts';
import { interoperability, registration10, rfc7591, rfc7592 } from '../specs.ts';
import { follow, registrationTokenOf, showAs, silence, storyOf, createWith } from './fault-mutations.ts';
import { noticedRow, rowOf } from './fault-rows.ts';
import { secretElsewhere } from './fault-rules.ts';
import {
  deletesAnyway,
  keepsEveryMember,
  keepsItsId,
  laterRequests,
  reportsFailedUpdate,
  serverMembers,
  strayTokens,
  updatesOfClients,
} from './management-rules.ts';
import {
  changeTarget,
  dropMember,
  inRecording,
  mutant,
  repeat,
  setHeader,
  setMembers,
  type Pick,
} from './mutations.ts';

/** The first update of the golden story, which nothing else depends on. */
const update: Pick = (seen) => inRecording('golden-connect', 'management')(seen).slice(0, 1);

const refusedUpdate: Faults = [
  'update-refused',
  'update-invalid-metadata',
  'update-invalid-redirect-uri',
  'update-invalid-token',
  'update-not-found',
  'update-server-error',
  'update-bad-gateway',
  'update-429-*',
  'update-503-*',
];
const pairMissing: Faults = [
  'update-pair-missing',
  'update-token-missing',
  'update-body-empty',
  'update-body-null',
  'update-body-array',
];
const otherId: Faults = ['update-client-id-changed'];
const refusedDeletion: Faults = [
  'delete-not-found',
  'delete-not-allowed',
  'delete-forbidden',
  'delete-invalid-token',
  'delete-server-error',
  'delete-cut',
];
const uriElsewhere: Faults = ['management-uri-elsewhere', 'management-uri-over-http', 'management-uri-link-local'];

/** What the rules about every update have in common. */
const ofUpdates = { profiles: everyProfile, needs: ['update'] } as const satisfies Partial<CatalogueCheck>;

export const management = defineChecks(
  {
    id: 'M-01',
    slug: 'update-with-put',
    title: 'updates a client with PUT at its registration_client_uri',
    spec: [rfc7592('2.2'), rfc7592('2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'At any other address no server knows the client.',
    judge: every(updatesOfClients, ({ value: { exchange, client } }) =>
      exchange.method === 'PUT' && (client.uri === undefined || exchange.url === client.uri)
        ? undefined
        : { expected: `PUT ${client.uri ?? 'the client'}`, found: `${exchange.method} ${exchange.url}` },
    ),
    mutant: mutant(
      'adds a query to the address',
      changeTarget(update, (url) => `${url}?version=2`),
    ),
  },
  {
    id: 'M-03',
    slug: 'update-names-client',
    title: 'states the client_id that was issued in an update',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'The server refuses the update, and the product and the server disagree from then on.',
    quote:
      'The client MUST include its "client_id" field in the request, and it MUST be the same as its currently issued client identifier.',
    judge: every(updatesOfClients, ({ value: { body, client } }) =>
      body['client_id'] === client.clientId ? undefined : { expected: client.clientId, found: show(body['client_id']) },
    ),
    mutant: mutant('leaves client_id out', dropMember(update, 'client_id')),
  },
  {
    id: 'M-05',
    slug: 'update-is-complete',
    title: 'sends every member of the last answer with an update',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'What an update leaves out the server takes off the client.',
    quote:
      'This request MUST include all client metadata fields as returned to the client from a previous registration, read, or update operation.',
    judge: every(updatesOfClients, keepsEveryMember),
    mutant: mutant('leaves the authentication method out', dropMember(update, 'token_endpoint_auth_method')),
  },
  {
    id: 'M-06',
    slug: 'update-without-server-members',
    title: 'sends none of the members that only the server writes',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'Servers refuse such an update, and a token in a body ends up in logs.',
    quote:
      'The updated client metadata fields request MUST NOT include the "registration_access_token", "registration_client_uri", "client_secret_expires_at", or "client_id_issued_at" fields described in Section 3.',
    judge: every(updatesOfClients, ({ value: { body } }) => {
      const sent = serverMembers.filter((name) => name in body);
      return sent.length === 0 ? undefined : { expected: 'none of them', found: sent.join(', ') };
    }),
    mutant: mutant('sends the time of issue back', setMembers(update, { client_id_issued_at: 1_767_268_800 })),
  },
  {
    id: 'M-08',
    slug: 'update-scope-string',
    title: 'sends the scope of an update as one string',
    spec: [rfc7591('2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'Servers that read a string refuse the update or drop the scopes.',
    judge: every(members(updates, 'scope'), ({ value }) =>
      typeof value === 'string' ? undefined : { expected: 'a string', found: show(value) },
    ),
    mutant: mutant('sends the scope as an array', setMembers(update, { scope: ['openid', 'profile'] })),
  },
  {
    ...rowOf({
      id: 'M-11',
      slug: 'failed-update-reported',
      title: 'says that the server refused an update, and shows what the server has',
      spec: [rfc7591('3.2.2'), interoperability],
      faults: refusedUpdate,
      why: 'The page says "saved", and the client at the server is another one from then on.',
    }),
    judge: every(lastWords(refusedUpdate), reportsFailedUpdate),
    mutant: mutant(
      'says nothing and shows the new values',
      silence('update-refused'),
      showAs('update-refused', { redirectUris: ['https://new.example/cb'] }),
    ),
  },
  {
    ...rowOf({
      id: 'M-14',
      slug: 'pair-kept-when-not-repeated',
      title: 'keeps address and token of a client when an answer does not repeat them',
      spec: [registration10('4.3'), rfc7592('3')],
      faults: pairMissing,
      why: 'The client can never be updated again.',
      related: ['M-02', 'Q-04'],
    }),
    judge: every(laterRequests(pairMissing), ({ value: { sent, kept } }) =>
      sent !== undefined && sent === kept
        ? undefined
        : { expected: `Bearer ${kept ?? ''}`, found: sent === undefined ? 'no request' : `Bearer ${sent}` },
    ),
    mutant: mutant(
      'updates the client without a token from then on',
      setHeader((seen) => managementOf('update-pair-missing')(seen).slice(1), 'Authorization', 'Bearer null'),
    ),
  },
  noticedRow({
    id: 'M-15',
    slug: 'lost-update-reported',
    title: 'says that it does not know what became of an update whose answer was cut off',
    spec: [interoperability],
    faults: ['update-cut'],
    why: 'The server may have issued a new token with the answer, and nobody has it.',
  }),
  {
    ...rowOf({
      id: 'M-17',
      slug: 'other-client-id-refused',
      title: 'does not take another client_id over from the answer to an update',
      spec: [rfc7592('2.2'), interoperability],
      faults: otherId,
      why: 'The application belongs to another client from then on, with the rights of that one.',
    }),
    judge: every(shown(otherId), keepsItsId),
    mutant: mutant(
      'takes the other id over',
      showAs('update-client-id-changed', { clientId: 'client-that-the-update-made' }),
    ),
  },
  {
    id: 'M-20',
    slug: 'update-as-json',
    title: 'sends an update as JSON',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    ...ofUpdates,
    why: 'Servers answer 415 or read nothing.',
    judge: every(contentTypeOf(updates), isOfType('application/json')),
    mutant: mutant('sends an update as text', setHeader(update, 'Content-Type', 'text/plain')),
  },
  {
    id: 'M-21',
    slug: 'update-keeps-redirect-uris',
    title: 'leaves a client of a redirect flow at least one redirect URI',
    spec: [rfc7591('2'), rfc7591('5')],
    level: 'MUST',
    ...ofUpdates,
    why: 'Nobody can log in any more, or the server accepts any address.',
    judge: every(members(updates, 'redirect_uris'), ({ value, exchange }) => {
      const body: unknown = exchange.request.json;
      const grants =
        typeof body === 'object' && body !== null && 'grant_types' in body ? stringsOf(body.grant_types) : [];
      const redirects = grants?.some((grant) => grant === 'authorization_code' || grant === 'implicit') === true;
      return redirects && stringsOf(value)?.length === 0
        ? { expected: 'at least one redirect URI', found: '[]' }
        : undefined;
    }),
    mutant: mutant('sends an empty list', setMembers(update, { redirect_uris: [] })),
  },
  {
    id: 'M-22',
    slug: 'update-keeps-software-id',
    title: 'keeps the software_id of a client when it updates the client',
    spec: [rfc7591('2')],
    level: 'SHOULD',
    ...ofUpdates,
    why: 'Servers group and approve clients by it, and old clients move to another group with their next edit.',
    judge: every(updatesOfClients, ({ value: { body, client } }) => {
      const before = client.answer['software_id'];
      const now = body['software_id'];
      return before === undefined || now === undefined || now === before
        ? undefined
        : { expected: show(before), found: show(now) };
    }),
    mutant: mutant('moves the client to another software', setMembers(update, { software_id: 'another-template' })),
  },
  {
    ...rowOf({
      id: 'M-27',
      slug: 'refused-deletion-survived',
      title: 'deletes an application, or says why not, when the server does not delete the client',
      spec: [rfc7592('2.3'), interoperability],
      faults: refusedDeletion,
      why: 'An application whose client is gone already could never be deleted.',
      related: ['Q-07'],
    }),
    judge: every(affected(refusedDeletion), deletesAnyway),
    mutant: mutant('keeps the application without a word', createWith('delete-not-found', 'id-app-delete-not-found')),
  },
  {
    id: 'M-28',
    slug: 'registration-token-only-for-its-client',
    title: 'sends the registration access token of a client only to the addresses of that client',
    spec: [rfc7592('2'), rfc7592('5')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration-accepted'],
    why: 'Whoever has the token can change the client or take it away.',
    judge: every(strayTokens, ({ value }) =>
      value === undefined ? undefined : { expected: 'another token', found: `the registration token of ${value}` },
    ),
    mutant: mutant(
      'sends it with a request for keys',
      repeat(update, (exchange) => ({
        ...exchange,
        request: {
          ...exchange.request,
          ...{ method: 'GET', url: 'https://idp.example/connect/jwks', body: { text: '', encoding: 'utf8', bytes: 0 } },
        },
        response: { ...exchange.response, body: { text: '{}', encoding: 'utf8', bytes: 2 } },
      })),
    ),
  },
  {
    ...rowOf({
      id: 'M-29',
      slug: 'foreign-management-uri-unused',
      title: 'sends no token to a registration_client_uri on another origin',
      spec: [rfc7592('5'), interoperability],
      level: 'SEC',
      faults: uriElsewhere,
      why: 'A server that is not honest makes the product call any address inside its network.',
    }),
    judge: neverAfter(uriElsewhere, secretElsewhere),
    mutant: mutant(
      'reads the client there',
      follow('management-uri-elsewhere', {
        method: 'GET',
        url: 'https://elsewhere.example/reg/1',
        headers: [['Authorization', `Bearer ${registrationTokenOf('management-uri-elsewhere')}`]],
      }),
    ),
  },
);

function managementOf(fault: string): Pick {
  return inRecording(storyOf(fault), 'management');
}
