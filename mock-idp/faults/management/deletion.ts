import { bearerError, empty, oauthError } from '../answers.ts';
import { defineFaults, type FaultTable } from '../define.ts';

const methods = ['DELETE'];
const rows = ['M-27'];

const refused: FaultTable = {
  'delete-not-found': { says: 'a deletion is answered 404', rows, methods, instead: empty(404) },
  'delete-not-allowed': {
    says: 'a deletion is answered 405, as an IdP does that has none',
    rows,
    methods,
    instead: empty(405, ['Allow', 'GET, PUT']),
  },
  'delete-forbidden': {
    says: 'a deletion is refused with 403',
    rows,
    methods,
    instead: oauthError(403, 'access_denied', 'this client may not be deleted'),
  },
  'delete-invalid-token': {
    says: 'a deletion is refused because the registration access token is not valid',
    rows,
    methods,
    instead: bearerError(401, 'invalid_token', 'the registration access token was revoked'),
  },
  'delete-server-error': { says: 'a deletion is answered 500', rows, methods, instead: empty(500) },
};

/** RFC 7592 §2.3 */
export const deletionFaults = defineFaults('management', refused, {
  'delete-cut': {
    says: 'the client is deleted, and the connection ends before the answer',
    rows,
    methods,
    cut: 'head',
  },
});
