import { json, refusal, withMembers, without, only } from './answers.ts';
import { markOf } from '../marks.ts';
import { update, type Tale } from './tell.ts';

export const managementTales: readonly Tale[] = [
  {
    fault: 'update-refused',
    at: 'update',
    answer: refusal(403, 'access_denied', 'this client may not be changed'),
    says: 'access_denied: this client may not be changed',
  },
  {
    fault: 'update-pair-missing',
    at: 'update',
    answer: without('registration_client_uri', 'registration_access_token'),
    then: (scene) => update(scene),
  },
  {
    fault: 'update-cut',
    at: 'update',
    answer: () => ({ delivery: 'cut' }),
    says: 'The connection was lost: the IdP may have changed the client.',
  },
  {
    fault: 'update-secret-changed',
    at: 'update',
    answer: withMembers({ client_secret: markOf('secret that the update made') }),
    shows: { secret: markOf('secret that the update made') },
  },
  {
    fault: 'update-client-id-changed',
    at: 'update',
    answer: withMembers({ client_id: 'client-that-the-update-made' }),
    says: 'The IdP answered with another client_id.',
  },
  { fault: 'delete-not-found', at: 'deletion', answer: () => ({ status: 404, headers: [] }) },
  { fault: 'renewal-partial', at: 'renewal', answer: only('client_id', 'client_secret', 'client_secret_expires_at') },
  {
    fault: 'renewal-secret-missing',
    at: 'renewal',
    answer: without('client_secret', 'client_secret_expires_at'),
    says: 'The renewal answer has no client_secret. The old one stays.',
  },
  {
    fault: 'renewal-status-500',
    at: 'renewal',
    answer: refusal(500, 'server_error', 'the renewal failed'),
    says: 'server_error: the renewal failed. The old secret stays.',
  },
  { fault: 'renewal-body-null', at: 'renewal', answer: json(200, null), says: 'The renewal answer is no JSON object.' },
];
