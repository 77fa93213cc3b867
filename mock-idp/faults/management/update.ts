import { bearerError, empty, html, oauthError } from '../answers.ts';
import { withMembers, withoutMembers } from '../change.ts';
import { defineFaults, type Effect, type FaultTable } from '../define.ts';
import { bodies } from '../families/bodies.ts';
import { outages } from '../families/outages.ts';
import { transport } from '../families/transport.ts';

const answer = 'the update answer';
const methods = ['PUT'];

const ofUpdates = (table: FaultTable): FaultTable =>
  Object.fromEntries(Object.entries(table).map(([name, effect]): [string, Effect] => [name, { ...effect, methods }]));

const refused: FaultTable = {
  'update-invalid-metadata': {
    says: 'an update is refused with invalid_client_metadata',
    rows: ['M-11'],
    instead: oauthError(400, 'invalid_client_metadata', 'the metadata is not allowed here'),
  },
  'update-invalid-redirect-uri': {
    says: 'an update is refused with invalid_redirect_uri',
    rows: ['M-11'],
    instead: oauthError(400, 'invalid_redirect_uri', 'the redirect URI is not allowed here'),
  },
  'update-invalid-token': {
    says: 'an update is refused because the registration access token is not valid',
    rows: ['M-11'],
    instead: bearerError(401, 'invalid_token', 'the registration access token was revoked'),
  },
  'update-not-found': {
    says: 'an update is answered 404, which RFC 7592 does not allow',
    rows: ['M-11'],
    instead: empty(404),
  },
  'update-server-error': {
    says: 'an update is answered 500',
    rows: ['M-11'],
    instead: oauthError(500, 'server_error', 'the update failed'),
  },
  'update-bad-gateway': { says: 'an update is answered 502 with a page', rows: ['M-11'], instead: html(502) },
};

const answered: FaultTable = {
  'update-secret-changed': {
    says: `${answer} has a new client_secret`,
    rows: ['M-12'],
    change: withMembers({ client_secret: 'secret-that-the-update-made' }),
  },
  'update-token-missing': {
    says: `${answer} has no registration_access_token`,
    rows: ['M-14'],
    change: withoutMembers('registration_access_token'),
  },
  'update-token-changed': {
    says: `${answer} has a new registration_access_token, which the IdP does not take afterwards`,
    rows: ['M-13'],
    change: withMembers({ registration_access_token: 'token-that-the-update-made' }),
  },
  'update-client-id-changed': {
    says: `${answer} has another client_id`,
    rows: ['M-17'],
    change: withMembers({ client_id: 'client-that-the-update-made' }),
  },
  'update-scope-array': {
    says: `${answer} has scope as an array of strings`,
    rows: ['M-08'],
    change: withMembers({ scope: ['openid'] }),
  },
  'update-slow': { says: `${answer} comes five seconds late`, rows: ['M-16'], delay: 5000 },
};

/** RFC 7592 §2.2 */
export const updateFaults = defineFaults(
  'management',
  {
    'update-refused': {
      says: 'reading, update and deletion are refused with 403',
      rows: ['M-11'],
      instead: oauthError(403, 'access_denied', 'this client may not be changed'),
    },
    'update-pair-missing': {
      says: `${answer} has neither registration_client_uri nor registration_access_token`,
      rows: ['M-14'],
      change: withoutMembers('registration_client_uri', 'registration_access_token'),
    },
    'update-cut': {
      says: 'what was asked is done, and the connection ends before the answer',
      rows: ['M-15'],
      cut: 'head',
    },
  },
  ofUpdates(refused),
  ofUpdates(answered),
  ofUpdates(outages({ endpoint: 'update', code: 429, rows: ['M-11'] })),
  ofUpdates(outages({ endpoint: 'update', code: 503, rows: ['M-11'] })),
  ofUpdates(
    bodies({
      answer,
      prefix: 'update',
      kinds: { truncated: ['M-11'], 'body-empty': ['M-14'], 'body-null': ['M-14'], 'body-array': ['M-14'] },
    }),
  ),
  ofUpdates(
    transport({ answer, prefix: 'update', rows: { slow: ['M-16', 'X-20'], size: ['X-20'], compressed: ['D-27'] } }),
  ),
);
