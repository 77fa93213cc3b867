import { html, json } from '../answers.ts';
import { addHeader, headerOfSuccess, status } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { bodies } from '../families/bodies.ts';
import { mediaTypes } from '../families/media-types.ts';
import { outages } from '../families/outages.ts';
import { redirectCodes, redirects } from '../families/redirects.ts';
import { patience, transport } from '../families/transport.ts';

const answer = 'the discovery document';
const prefix = 'discovery';
const endpoint = 'discovery';

const statuses: FaultTable = Object.fromEntries(
  [201, 202, 203, 204, 206, 400, 403, 404, 500].map((code) => [
    `discovery-status-${code}`,
    { says: `${answer} comes with status ${code}`, rows: ['D-16'], change: status(code) },
  ]),
);

export const discoveryAnswerFaults = defineFaults(
  'discovery',
  statuses,
  {
    'discovery-not-found': {
      says: 'discovery answers 404 with JSON',
      rows: ['D-16', 'P-01'],
      instead: json(404, { error: 'not_found' }),
    },
    'discovery-html': { says: 'discovery answers 200 with a sign-in page', rows: ['D-17', 'P-01'], instead: html(200) },
    'discovery-bad-gateway': {
      says: 'discovery answers 502 with a page',
      rows: ['D-16', 'D-17', 'P-01'],
      instead: html(502),
    },
    'discovery-no-store': {
      says: `${answer} may not be kept by anyone`,
      rows: ['D-21'],
      change: headerOfSuccess('Cache-Control', 'no-store'),
    },
    'discovery-set-cookie': {
      says: `${answer} sets a cookie`,
      rows: ['D-04'],
      change: addHeader('Set-Cookie', 'visit=discovery-0001; Path=/; HttpOnly'),
    },
  },
  redirects({ endpoint, codes: redirectCodes, to: 'same', rows: ['D-18'] }),
  redirects({ endpoint, codes: redirectCodes, to: 'elsewhere', rows: ['D-18', 'D-20'] }),
  redirects({ endpoint, codes: redirectCodes, to: 'http', rows: ['D-18', 'D-19'] }),
  redirects({ endpoint, codes: redirectCodes, to: 'link-local', rows: ['X-17'] }),
  outages({ endpoint, code: 429, rows: ['D-23'] }),
  outages({ endpoint, code: 503, rows: ['D-23'] }),
  bodies({
    answer,
    prefix,
    kinds: {
      truncated: ['D-17'],
      bom: ['D-26'],
      'body-empty': ['D-17'],
      'body-null': ['D-15'],
      'body-array': ['D-15'],
      'body-string': ['D-15'],
    },
  }),
  mediaTypes({ answer, prefix, rows: { type: ['D-17'], charset: ['D-26'] }, secret: false }),
  {
    'discovery-slow': { says: `${answer} comes more than half a minute late`, rows: ['D-24'], delay: patience },
  },
  transport({ answer, prefix, rows: { slow: ['D-24', 'X-20'], size: ['D-25', 'X-20'], compressed: ['D-27'] } }),
  {
    'discovery-cut': { says: `the connection ends in the middle of ${answer}`, rows: ['D-17'], cut: 'body' },
  },
);
