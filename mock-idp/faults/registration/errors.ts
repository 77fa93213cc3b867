import { asLatin1 } from '../bytes.ts';
import { bearerError, empty, html, json, oauthError, type StandIn } from '../answers.ts';
import { defineFaults, type FaultTable } from '../define.ts';

/** RFC 7591 §3.2.2 */
const codes: FaultTable = Object.fromEntries(
  (
    [
      ['invalid_redirect_uri', 'the redirect URI is not allowed here', 'H-34'],
      ['invalid_client_metadata', 'the metadata is not allowed here', 'H-35'],
      ['invalid_software_statement', 'the software statement is not valid', 'H-36'],
      ['unapproved_software_statement', 'the software statement is not approved here', 'H-37'],
      ['registration_forbidden', 'registration is closed', 'H-38'],
    ] as const
  ).map(([code, description, row]) => [
    code.replaceAll('_', '-'),
    { says: `registration is refused with ${code}`, rows: [row], instead: oauthError(400, code, description) },
  ]),
);

const refused = (says: string, instead: StandIn, ...rows: string[]) => ({
  says: `registration ${says}`,
  rows,
  instead,
});

const described = (description: string) => oauthError(400, 'invalid_client_metadata', description);

const ownMessage = { statusCode: 400, error: 'Bad Request', message: 'redirect_uris is required for this application' };

export const registrationErrorFaults = defineFaults('registration', codes, {
  'error-unknown-members': refused(
    'is refused with members that no specification knows',
    json(400, { error: 'invalid_redirect_uri', error_description: 'not allowed', trace: { id: [1] }, status: 400 }),
    'H-39',
  ),
  'error-in-message': refused('is refused with the reason in a member of its own', json(400, ownMessage), 'H-40'),
  'error-problem-json': refused(
    'is refused with problem details (RFC 9457)',
    json(400, { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'redirect_uris is required' }),
    'H-40',
  ),
  'error-array': refused('is refused with an array', json(400, [{ error: 'invalid_client_metadata' }]), 'H-40'),
  'error-null': refused('is refused with null', json(400, null), 'H-40'),
  'error-only': refused(
    'is refused with a code and no description',
    json(400, { error: 'invalid_client_metadata' }),
    'H-35',
  ),
  'forbidden-html': refused('answers 403 with a page', html(403), 'H-41'),
  'bad-gateway-html': refused('answers 502 with a page', html(502), 'H-41'),
  'registration-html': refused('answers 200 with a sign-in page', html(200), 'H-41'),
  'bad-request-empty': refused('answers 400 and says nothing', empty(400), 'H-42'),
  'unauthorized-empty': refused('answers 401 and says nothing', empty(401), 'H-42'),
  'server-error-empty': refused('answers 500 and says nothing', empty(500), 'H-42'),
  'error-with-markup': refused(
    'is refused with markup in the description',
    described('<img src=x onerror=alert(1)><script>alert(1)</script>'),
    'H-43',
    'X-24',
  ),
  'error-long': refused('is refused with a description of 10 KB', described('too long, '.repeat(1024)), 'H-43'),
  'error-with-line-breaks': refused(
    'is refused with line breaks in the description',
    described('no\r\n2026-01-01 00:00:00 INFO a forged line\nand another'),
    'H-43',
    'X-23',
  ),
  'error-with-bidi-marks': refused(
    'is refused with marks in the description that turn the direction of writing',
    described('no \u202egnp.txt\u202c \u2066here\u2069'),
    'H-43',
  ),
  'registration-error-latin1': {
    ...refused('is refused with a description in ISO 8859-1', described('requête refusée'), 'H-43'),
    encode: asLatin1,
  },
  'invalid-token': refused(
    'answers that the access token is not valid',
    bearerError(401, 'invalid_token', 'the access token expired'),
    'H-44',
    'X-12',
  ),
  'invalid-token-once': {
    ...refused(
      'answers the first request that the access token is not valid',
      bearerError(401, 'invalid_token', 'the access token expired'),
      'H-44',
    ),
    times: 1,
  },
  'unauthorized-bare': refused(
    'answers 401 with a challenge and no reason',
    empty(401, ['WWW-Authenticate', 'Bearer realm="mock"']),
    'H-44',
  ),
  'bearer-invalid-request': refused(
    'answers that the token was not sent as it should be',
    bearerError(400, 'invalid_request', 'the token was sent twice'),
    'H-44',
  ),
  'insufficient-scope': refused(
    'answers that the access token lacks a scope',
    bearerError(403, 'insufficient_scope', 'the access token lacks a scope', 'dcr_admin'),
    'H-45',
  ),
  'unavailable-503': refused(
    'answers 503 with Retry-After',
    oauthError(503, 'temporarily_unavailable', 'try again later', ['Retry-After', '30']),
    'H-47',
  ),
});
