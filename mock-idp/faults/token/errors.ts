import { empty, html, json, oauthError } from '../answers.ts';
import { defineFaults, type FaultTable } from '../define.ts';

/** RFC 6749 §5.2, and the one of RFC 8707 §2. `invalid_client` has a fault of its own, with its challenge. */
const codes: Record<string, string> = {
  invalid_request: 'the request lacks a parameter',
  invalid_grant: 'the grant is not valid',
  unauthorized_client: 'this client may not use client_credentials',
  unsupported_grant_type: 'client_credentials is not supported',
  invalid_scope: 'the scope dcr_admin is not allowed to this client',
  invalid_target: 'the resource is unknown',
};

const refusals: FaultTable = Object.fromEntries(
  Object.entries(codes).map(([code, description]) => [
    `token-${code.replaceAll('_', '-')}`,
    { says: `the token endpoint refuses with ${code}`, rows: ['T-22'], instead: oauthError(400, code, description) },
  ]),
);

export const tokenErrorFaults = defineFaults(
  'token',
  {
    'token-invalid-client': {
      says: 'the token endpoint refuses the credentials',
      rows: ['T-22', 'T-29'],
      instead: oauthError(401, 'invalid_client', 'client authentication failed', [
        'WWW-Authenticate',
        'Basic realm="mock", error="invalid_client"',
      ]),
    },
    'token-invalid-client-400': {
      says: 'the token endpoint refuses the credentials with 400, as it may',
      rows: ['T-22'],
      instead: oauthError(400, 'invalid_client', 'client authentication failed'),
    },
  },
  refusals,
  {
    'token-unknown-error': {
      says: 'the token endpoint refuses with a code that no specification knows',
      rows: ['T-22'],
      instead: oauthError(400, 'quota_exceeded', 'no more tokens today'),
    },
    'token-error-only': {
      says: 'the token endpoint refuses with a code and no description',
      rows: ['T-22'],
      instead: json(400, { error: 'invalid_scope' }),
    },
    'token-error-unknown-members': {
      says: 'the token endpoint refuses with members that no specification knows',
      rows: ['T-22'],
      instead: json(400, {
        error: 'invalid_scope',
        error_description: 'no',
        error_uri: 'https://idp.example/e',
        trace: {},
      }),
    },
    'token-audience-required': {
      says: 'the token endpoint refuses every request without an audience',
      rows: ['T-25'],
      instead: oauthError(400, 'invalid_request', 'the parameter audience is missing'),
    },
    'token-bad-gateway': { says: 'the token endpoint answers 502 with a page', rows: ['T-23'], instead: html(502) },
    'token-html': { says: 'the token endpoint answers 200 with a sign-in page', rows: ['T-23'], instead: html(200) },
    'token-unauthorized-empty': {
      says: 'the token endpoint answers 401 and says nothing',
      rows: ['T-23'],
      instead: empty(401),
    },
    'token-server-error-empty': {
      says: 'the token endpoint answers 500 and says nothing',
      rows: ['T-23'],
      instead: empty(500),
    },
    'token-error-array': {
      says: 'the token endpoint refuses with an array',
      rows: ['T-23'],
      instead: json(400, ['invalid_scope']),
    },
    'token-error-null': { says: 'the token endpoint refuses with null', rows: ['T-23'], instead: json(400, null) },
  },
);
