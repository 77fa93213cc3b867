import {
  cutOff,
  asCreated,
  but,
  json,
  nothing,
  only,
  page,
  redirect,
  refusal,
  text,
  withMembers,
  without,
} from './answers.ts';
import { registerTwin, renew, runsNoScript, takeBack, triesToEdit, update, type Tale } from './tell.ts';
import { markOf } from '../marks.ts';
import type { Json } from '../golden-story.ts';

const at = 'registration';

const created = (fault: string, members: Json): Tale => ({ fault, at, answer: asCreated(withMembers(members)) });

const refusedAs = (fault: string, answer: Tale['answer'], says: string): Tale => ({ fault, at, answer, says });

const undone = (fault: string, answer: Tale['answer'], says: string): Tale => ({
  ...refusedAs(fault, asCreated(answer), says),
  then: takeBack,
});

const withHeaders = (...headers: [string, string][]) =>
  but({ status: 201, headers: [['Content-Type', 'application/json'], ...headers] });

/** The answer differs from what a server should say, and an application can be made of it. */
const tolerated: readonly Tale[] = [
  { fault: 'resp-minimal', at, answer: asCreated(only('client_id')) },
  { fault: 'resp-status-200', at, answer: but({ status: 200 }) },
  {
    ...created('resp-unknown-members', { x_unknown: 'value', x_unknown_nested: { list: [1] } }),
    then: (scene) => update(scene),
  },
  created('resp-refresh-token-dropped', { grant_types: ['authorization_code'] }),
  created('resp-redirect-uris-changed', { redirect_uris: ['https://lone.example/cb/'] }),
  created('resp-scope-array', { scope: ['openid'] }),
  created('resp-null-optionals', { logo_uri: null, client_uri: null, contacts: null, jwks: null }),
  created('resp-empty-strings', { logo_uri: '', client_uri: '', policy_uri: '', tos_uri: '' }),
  created('resp-enabled-string', { enabled: 'yes' }),
  created('resp-application-type-service', { application_type: 'service' }),
  { fault: 'resp-application-type-missing', at, answer: asCreated(without('application_type')) },
  created('client-id-number', { client_id: 123 }),
  created('client-id-with-slash', { client_id: 'odd/id' }),
  { ...created('client-id-with-dot-segments', { client_id: 'odd/../../token' }), then: (scene) => renew(scene) },
  { fault: 'secret-expiry-missing', at, answer: asCreated(without('client_secret_expires_at')) },
  created('secret-expiry-string', { client_secret_expires_at: '0' }),
  created('issued-at-iso', { client_id_issued_at: '2023-11-14T22:13:20Z' }),
  {
    fault: 'management-pair-missing',
    at,
    answer: asCreated(without('registration_client_uri', 'registration_access_token')),
    then: triesToEdit('The identity provider gave no address at which this client can be changed.'),
  },
  {
    ...created('management-uri-relative', { registration_client_uri: '/fault/reg/1' }),
    then: triesToEdit('The address of the client is not absolute: it cannot be changed.'),
  },
  {
    ...created('management-uri-unreachable', { registration_client_uri: 'https://idp.invalid/reg/1' }),
    then: triesToEdit('The identity provider cannot be reached at idp.invalid.'),
  },
  { ...created('resp-name-changed', { client_name: 'Another name' }), shows: { name: 'Another name' } },
  {
    fault: 'resp-auth-method-none',
    at,
    answer: (good) => asCreated(without('client_secret'))({ ...good, token_endpoint_auth_method: 'none' }),
    shows: { authMethod: 'none', secret: null },
    says: 'The client has no secret: the identity provider registered the method none.',
    created: true,
  },
  { ...created('resp-scope-reduced', { scope: 'openid' }), shows: { scope: 'openid' } },
  { ...created('resp-name-markup', { client_name: '<script>alert(1)</script>' }), then: runsNoScript },
  {
    ...created('secret-with-quotes', { client_secret: markOf('odd secret') }),
    shows: { secret: markOf('odd secret') },
  },
  { fault: 'management-token-missing', at, answer: asCreated(without('registration_access_token')) },
  { fault: 'resp-content-type-text', at, answer: but({ status: 201, headers: [['Content-Type', 'text/plain']] }) },
  { fault: 'resp-set-cookie', at, answer: withHeaders(['Set-Cookie', 'visit=1; Path=/']), then: registerTwin },
  { fault: 'registration-slow', at, answer: but({ status: 201, took: 35_000 }) },
  created('management-uri-elsewhere', { registration_client_uri: 'https://elsewhere.example/reg/1' }),
];

/** An application is made, and the person is told what is wrong with its client. */
const warned: readonly Tale[] = [
  {
    ...created('secret-expiry-past', { client_secret_expires_at: 946_684_800 }),
    says: 'The secret has expired.',
    created: true,
  },
  {
    ...created('secret-expiry-soon', { client_secret_expires_at: 1_767_268_900 }),
    says: 'The secret expires in a minute.',
    created: true,
  },
];

/** The identity provider said 201, and no application can be made of it. */
const takenBack: readonly Tale[] = [
  undone('client-id-missing', without('client_id'), 'The registration answer has no client_id.'),
  undone(
    'client-id-shared',
    withMembers({ client_id: 'the-same-for-everyone' }),
    'The client_id belongs to another application.',
  ),
  undone('secret-missing', without('client_secret'), 'The registration answer has no client_secret.'),
];

const broken: readonly Tale[] = [
  refusedAs('resp-status-204', nothing(204), 'The registration answer has no body.'),
  refusedAs('resp-truncated', text(201, '{"client_id":"id-app'), 'The registration answer is no JSON.'),
  refusedAs('resp-body-null', json(201, null), 'The registration answer is no JSON object.'),
  refusedAs('resp-bom', text(201, '\uFEFF{}'), 'The registration answer begins with a byte order mark.'),
  refusedAs('cut-body', cutOff, 'The connection was lost. A client may be left at the IdP.'),
  refusedAs('registration-100-mb', () => ({ ...text(201, ' ')({}), delivery: 'cut' }), 'More than 1 MB of answer.'),
];

const errors: readonly Tale[] = (
  [
    ['invalid-redirect-uri', 400, 'the redirect URI is not allowed here'],
    ['invalid-client-metadata', 400, 'the metadata is not allowed here'],
    ['invalid-software-statement', 400, 'the software statement is not valid'],
    ['unapproved-software-statement', 400, 'the software statement is not approved here'],
    ['registration-forbidden', 400, 'registration is closed'],
    ['invalid-token', 401, 'the access token expired'],
  ] as const
).map(([fault, status, description]) =>
  refusedAs(
    fault,
    refusal(status, fault.replaceAll('-', '_'), description),
    `${fault.replaceAll('-', '_')}: ${description}`,
  ),
);

const otherErrors: readonly Tale[] = [
  refusedAs(
    'error-unknown-members',
    json(400, { error: 'invalid_redirect_uri', error_description: 'not allowed', trace: { id: [1] } }),
    'invalid_redirect_uri: not allowed',
  ),
  refusedAs(
    'error-in-message',
    json(400, { statusCode: 400, error: 'Bad Request', message: 'redirect_uris is required' }),
    'Bad Request: redirect_uris is required',
  ),
  refusedAs('bad-gateway-html', page(502), 'The registration endpoint answered 502 without JSON.'),
  refusedAs('bad-request-empty', nothing(400), 'The registration endpoint answered 400 and said nothing.'),
  refusedAs(
    'error-long',
    refusal(400, 'invalid_client_metadata', 'too long, '.repeat(1024)),
    'invalid_client_metadata: too long, too long …',
  ),
  refusedAs(
    'insufficient-scope',
    refusal(403, 'insufficient_scope', 'the access token lacks a scope', [
      'WWW-Authenticate',
      'Bearer scope="dcr_admin"',
    ]),
    'insufficient_scope: the access token lacks the scope dcr_admin',
  ),
  refusedAs(
    'registration-429-retry-after-seconds',
    refusal(429, 'too_many_requests', 'slow down', ['Retry-After', '30']),
    'The registration endpoint answered 429. Try again in 30 seconds.',
  ),
  refusedAs(
    'unavailable-503',
    refusal(503, 'temporarily_unavailable', 'try again later', ['Retry-After', '30']),
    'The registration endpoint answered 503. Try again in 30 seconds.',
  ),
  refusedAs(
    'registration-redirect-307-same',
    redirect(307, 'https://idp.example/fault/reg2'),
    'The registration endpoint answered 307.',
  ),
  refusedAs(
    'see-other-elsewhere',
    redirect(303, 'https://elsewhere.example/reg'),
    'The registration endpoint answered 303.',
  ),
  refusedAs(
    'registration-redirect-303-http',
    redirect(303, 'http://idp.example/fault/reg'),
    'The registration endpoint answered 303.',
  ),
];

export const registrationTales: readonly Tale[] = [
  ...tolerated,
  ...warned,
  ...takenBack,
  ...broken,
  ...errors,
  ...otherErrors,
];
