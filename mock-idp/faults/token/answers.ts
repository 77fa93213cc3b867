import { elsewhere } from '../addresses.ts';
import { json, redirect } from '../answers.ts';
import { addHeader, status } from '../change.ts';
import { defineFaults } from '../define.ts';
import { bodies } from '../families/bodies.ts';
import { mediaTypes } from '../families/media-types.ts';
import { outages } from '../families/outages.ts';
import { redirectCodes, redirects } from '../families/redirects.ts';
import { transport } from '../families/transport.ts';

const answer = 'the token answer';
const prefix = 'token';
const endpoint = 'token';

/** A client that takes the answer to its GET for the one to its POST goes on with this token. */
const landing = json(200, { access_token: 'token-after-a-redirect', token_type: 'Bearer', expires_in: 600 });

export const tokenAnswerFaults = defineFaults(
  'token',
  {
    'token-see-other-elsewhere': {
      says: 'the token endpoint answers 303 with an address on another origin',
      rows: ['T-26', 'X-19'],
      instead: redirect(303, elsewhere, landing),
    },
  },
  redirects({ endpoint, codes: redirectCodes, to: 'same', rows: ['T-26'], landing }),
  // 303 to another origin is the fault above.
  redirects({ endpoint, codes: [301, 302, 307, 308], to: 'elsewhere', rows: ['T-26', 'X-19'], landing }),
  redirects({ endpoint, codes: redirectCodes, to: 'http', rows: ['T-26', 'X-01'], landing }),
  redirects({ endpoint, codes: redirectCodes, to: 'link-local', rows: ['X-17'], landing }),
  outages({ endpoint, code: 429, rows: ['T-27'] }),
  outages({ endpoint, code: 503, rows: ['T-27'] }),
  bodies({
    answer,
    prefix,
    kinds: {
      truncated: ['T-24'],
      bom: ['T-24'],
      'body-empty': ['T-24'],
      'body-null': ['T-24'],
      'body-array': ['T-24'],
      'body-string': ['T-24'],
    },
  }),
  mediaTypes({ answer, prefix, rows: { type: ['T-24'], charset: ['T-24'] }, secret: true }),
  {
    'token-status-201': { says: `${answer} comes with status 201`, rows: ['T-24'], change: status(201) },
    'token-status-204': {
      says: `${answer} comes with status 204 and so without a body`,
      rows: ['T-24'],
      change: status(204),
    },
    'token-set-cookie': {
      says: `${answer} sets a cookie`,
      rows: ['H-53'],
      change: addHeader('Set-Cookie', 'visit=token-0001; Path=/; HttpOnly'),
    },
    'token-slow': { says: `${answer} comes a minute late`, rows: ['T-28'], delay: 60_000 },
  },
  transport({ answer, prefix, rows: { slow: ['T-28', 'X-20'], size: ['X-20'], compressed: ['D-27'] } }),
  {
    'token-cut-head': { says: `the connection ends before ${answer}`, rows: ['T-23'], cut: 'head' },
    'token-cut-body': { says: `the connection ends in the middle of ${answer}`, rows: ['T-23'], cut: 'body' },
  },
);
