import { bearerError, empty, html, oauthError } from '../answers.ts';
import { onlyMembers, withoutMembers } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { bodies } from '../families/bodies.ts';
import { outages } from '../families/outages.ts';
import { wrongValues } from '../families/values.ts';
import { patience, transport } from '../families/transport.ts';

const answer = 'the renewal answer';

const refused: FaultTable = Object.fromEntries(
  (
    [
      [400, oauthError(400, 'invalid_request', 'the secret cannot be renewed')],
      [401, bearerError(401, 'invalid_token', 'the registration access token was revoked')],
      [403, oauthError(403, 'access_denied', 'this secret may not be renewed')],
      [404, empty(404)],
      [405, empty(405, ['Allow', 'GET'])],
      [409, oauthError(409, 'conflict', 'the secret is being renewed')],
      [415, empty(415)],
      [500, oauthError(500, 'server_error', 'the renewal failed')],
      [502, html(502)],
    ] as const
  ).map(([code, instead]) => [
    `renewal-status-${code}`,
    {
      says: `a renewal is answered ${code}`,
      rows: code === 415 || code === 400 ? ['S-06', 'S-11'] : ['S-11'],
      instead,
    },
  ]),
);

/** The renewal of a secret has no specification: it is Gravitee's own. */
export const renewalFaults = defineFaults(
  'renewal',
  {
    'renewal-partial': {
      says: `${answer} has client_id and client_secret and nothing else`,
      rows: ['S-08'],
      change: onlyMembers('client_id', 'client_secret', 'client_secret_expires_at'),
    },
    'renewal-secret-missing': {
      says: `${answer} is 200 and has no client_secret`,
      rows: ['S-09'],
      change: withoutMembers('client_secret', 'client_secret_expires_at'),
    },
    'renewal-slow': {
      says: `the secret is renewed, and the answer comes more than half a minute late`,
      rows: ['S-17'],
      delay: patience,
    },
    'renewal-cut': {
      says: 'the secret is renewed, and the connection ends before the answer',
      rows: ['S-11'],
      cut: 'head',
    },
  },
  wrongValues({
    member: 'client_secret',
    answer,
    prefix: 'renewal-secret',
    kinds: { null: ['S-09'], empty: ['S-09'] },
  }),
  refused,
  outages({ endpoint: 'renewal', code: 429, rows: ['S-11'] }),
  outages({ endpoint: 'renewal', code: 503, rows: ['S-11'] }),
  bodies({
    answer,
    prefix: 'renewal',
    kinds: { truncated: ['S-12'], 'body-empty': ['S-09'], 'body-null': ['S-12'], 'body-array': ['S-12'] },
  }),
  transport({ answer, prefix: 'renewal', rows: { slow: ['S-17', 'X-20'], size: ['X-20'], compressed: ['D-27'] } }),
);
