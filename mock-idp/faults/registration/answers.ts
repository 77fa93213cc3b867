import { elsewhere } from '../addresses.ts';
import { json, redirect } from '../answers.ts';
import { addHeader, bodyOfSuccess, inTurn, status } from '../change.ts';
import { defineFaults } from '../define.ts';
import { bodies } from '../families/bodies.ts';
import { mediaTypes } from '../families/media-types.ts';
import { outages } from '../families/outages.ts';
import { redirectCodes, redirects } from '../families/redirects.ts';
import { patience, transport } from '../families/transport.ts';

const answer = 'the registration answer';
const endpoint = 'registration';

/** A client that takes the answer to its GET for the one to its POST has an application that no IdP knows. */
const landing = json(200, {
  client_id: 'client-after-a-redirect',
  client_secret: 'secret-after-a-redirect',
  client_secret_expires_at: 0,
  redirect_uris: ['https://elsewhere.example/cb'],
});

export const registrationAnswerFaults = defineFaults(
  'registration',
  {
    'resp-status-200': { says: `${answer} has status 200 in place of 201`, rows: ['H-02'], change: status(200) },
    'resp-status-202': {
      says: `${answer} has status 202 and no body`,
      rows: ['H-03'],
      change: inTurn(bodyOfSuccess(undefined), status(202)),
    },
    'resp-status-204': {
      says: `${answer} has status 204 and so no body`,
      rows: ['H-03'],
      change: inTurn(bodyOfSuccess(undefined), status(204)),
    },
    'resp-set-cookie': {
      says: `${answer} sets a cookie`,
      rows: ['H-53'],
      change: addHeader('Set-Cookie', 'visit=registration-0001; Path=/; HttpOnly'),
    },
    'see-other-elsewhere': {
      says: 'registration answers 303 with an address on another origin',
      rows: ['H-51', 'X-19'],
      instead: redirect(303, elsewhere, landing),
    },
    'registration-slow': {
      says: 'the client is registered, and the answer comes more than half a minute late',
      rows: ['H-48'],
      delay: patience,
    },
    'cut-head': {
      says: 'the client is registered, and the connection ends before the answer',
      rows: ['H-49'],
      cut: 'head',
    },
    'cut-body': {
      says: 'the client is registered, and the connection ends in the middle of the answer',
      rows: ['H-49'],
      cut: 'body',
    },
  },
  redirects({ endpoint, codes: [301, 302, 303], to: 'same', rows: ['H-51'], landing }),
  redirects({ endpoint, codes: [307, 308], to: 'same', rows: ['H-50'] }),
  // 303 to another origin is the fault above.
  redirects({ endpoint, codes: [301, 302, 307, 308], to: 'elsewhere', rows: ['H-51', 'X-19'], landing }),
  redirects({ endpoint, codes: redirectCodes, to: 'http', rows: ['H-52'], landing }),
  redirects({ endpoint, codes: redirectCodes, to: 'link-local', rows: ['X-17'], landing }),
  outages({ endpoint, code: 429, rows: ['H-46'] }),
  outages({ endpoint, code: 503, rows: ['H-47'] }),
  bodies({
    answer,
    prefix: 'resp',
    kinds: {
      truncated: ['H-30'],
      bom: ['H-33'],
      'body-empty': ['H-31'],
      'body-null': ['H-31', 'S-12'],
      'body-array': ['H-31'],
      'body-string': ['H-31'],
    },
  }),
  mediaTypes({ answer, prefix: 'resp', rows: { type: ['H-32'], charset: ['H-32'] }, secret: true }),
  transport({
    answer,
    prefix: 'registration',
    rows: { slow: ['H-48', 'X-20'], size: ['X-20'], compressed: ['D-27'] },
  }),
);
