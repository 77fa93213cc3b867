import { idp } from '../golden-provider.ts';
import { but, json, nothing, page, redirect, refusal, text, withMembers, without } from './answers.ts';
import { movedMetadata, type Tale } from './tell.ts';

const at = 'discovery';

const refusedAs = (fault: string, answer: Tale['answer'], says: string): Tale => ({ fault, at, answer, says });

/** Refused when the provider is saved, so that no application is tried. */
const refused: readonly Tale[] = [
  refusedAs('issuer-mismatch', withMembers({ issuer: 'https://evil.example' }), 'The metadata names another issuer.'),
  refusedAs('issuer-trailing-slash', withMembers({ issuer: `${idp}/fault/` }), 'The metadata names another issuer.'),
  refusedAs(
    'registration-endpoint-missing',
    without('registration_endpoint'),
    'The metadata has no registration_endpoint.',
  ),
  refusedAs('token-endpoint-missing', without('token_endpoint'), 'The metadata has no token_endpoint.'),
  refusedAs(
    'token-endpoint-array',
    withMembers({ token_endpoint: [`${idp}/fault/token`] }),
    'The token_endpoint of the metadata is no text.',
  ),
  refusedAs('discovery-not-found', json(404, { error: 'not_found' }), 'The discovery address answers 404.'),
  refusedAs('discovery-status-404', but({ status: 404 }), 'The discovery address answers 404.'),
  refusedAs('discovery-html', page(200), 'The discovery address answers with a page, not with metadata.'),
  refusedAs(
    'endpoints-over-http',
    withMembers({ token_endpoint: 'http://idp.example/fault/token' }),
    'The token_endpoint is not https.',
  ),
  refusedAs(
    'token-endpoint-elsewhere',
    withMembers({ token_endpoint: 'https://elsewhere.example/token' }),
    'The token_endpoint is on elsewhere.example. Confirm that it may have the credentials.',
  ),
  refusedAs(
    'discovery-503-retry-after-seconds',
    refusal(503, 'temporarily_unavailable', 'try again later', ['Retry-After', '30']),
    'The discovery address answers 503. Try again in 30 seconds.',
  ),
  refusedAs(
    'discovery-slow',
    () => ({ ...nothing(200)({}), delivery: 'none', took: 10_000 }),
    'No answer within 10 seconds.',
  ),
  refusedAs(
    'discovery-100-mb',
    () => ({ ...text(200, ' '.repeat(64))({}), delivery: 'cut', took: 500 }),
    'More than 1 MB of metadata.',
  ),
];

const query = '?tenant=a%2Fb';

const tolerated: readonly Tale[] = [
  {
    fault: 'endpoints-with-query',
    at,
    answer: withMembers({
      token_endpoint: `${idp}/fault/token${query}`,
      registration_endpoint: `${idp}/fault/reg${query}`,
    }),
  },
  {
    fault: 'endpoints-with-letters',
    at,
    answer: withMembers({
      token_endpoint: `${idp}/fault/token?town=Zürich`,
      registration_endpoint: `${idp}/fault/reg?town=Zürich`,
    }),
  },
  { fault: 'discovery-unknown-members', at, answer: withMembers({ x_unknown: { list: [{ deep: [1, 2] }] } }) },
  { fault: 'discovery-null-members', at, answer: withMembers({ scopes_supported: null, op_policy_uri: null }) },
  {
    fault: 'discovery-gzip',
    at,
    answer: but({
      headers: [
        ['Content-Type', 'application/json'],
        ['Content-Encoding', 'gzip'],
      ],
    }),
  },
];

/** Metadata is asked for more than once. */
const again: readonly Tale[] = [
  { fault: 'discovery-redirect-302-same', at, answer: redirect(302, movedMetadata), metadata: 'redirected' },
  {
    fault: 'endpoints-moved',
    at,
    answer: withMembers({ registration_endpoint: `${idp}/fault/reg?moved=1` }),
    metadata: 'saved-twice',
  },
  {
    fault: 'discovery-no-store',
    at,
    answer: but({
      headers: [
        ['Content-Type', 'application/json'],
        ['Cache-Control', 'no-store'],
      ],
    }),
    metadata: 'each-time',
  },
];

export const discoveryTales: readonly Tale[] = [...refused, ...tolerated, ...again];
