import { json, page, redirect, refusal, withMembers, without } from './answers.ts';
import type { Tale } from './tell.ts';

const at = 'token';

const refusedAs = (fault: string, answer: Tale['answer'], says: string): Tale => ({ fault, at, answer, says });

const refused: readonly Tale[] = [
  refusedAs('token-type-mac', withMembers({ token_type: 'mac' }), 'The token_type mac is not Bearer.'),
  refusedAs('token-missing', without('access_token'), 'The token answer has no access_token.'),
  refusedAs('token-empty', withMembers({ access_token: '' }), 'The token answer has an empty access_token.'),
  refusedAs('token-scope-narrowed', withMembers({ scope: 'openid' }), 'The token lacks the scope dcr_admin.'),
  refusedAs(
    'token-invalid-client',
    refusal(401, 'invalid_client', 'client authentication failed'),
    'The token endpoint answered invalid_client: client authentication failed.',
  ),
  refusedAs('token-bad-gateway', page(502), 'The token endpoint answered 502 without JSON.'),
  refusedAs('token-body-null', json(200, null), 'The token answer is no JSON object.'),
  refusedAs(
    'token-see-other-elsewhere',
    redirect(303, 'https://elsewhere.example/token'),
    'The token endpoint answered 303.',
  ),
  refusedAs(
    'token-429-retry-after-seconds',
    refusal(429, 'too_many_requests', 'slow down', ['Retry-After', '30']),
    'The token endpoint answered 429. Try again in 30 seconds.',
  ),
  refusedAs('token-slow', () => ({ delivery: 'none', took: 10_000 }), 'The token endpoint gave no answer within 10 s.'),
  refusedAs(
    'token-with-line-break',
    withMembers({ access_token: '[secret:00000000c0de]' }),
    'The access_token has characters that no token has.',
  ),
];

export const tokenTales: readonly Tale[] = [
  ...refused,
  { fault: 'token-type-lower-case', at, answer: withMembers({ token_type: 'bearer' }) },
  { fault: 'token-unknown-members', at, answer: withMembers({ x_unknown: { list: [1] } }) },
  { fault: 'token-expires-soon', at, answer: withMembers({ expires_in: 1 }) },
];
