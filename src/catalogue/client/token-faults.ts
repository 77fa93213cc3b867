import { objectOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import type { Incident } from '../aftermath.ts';
import { defineChecks } from '../define.ts';
import { incidents, neverAfter, type Faults } from '../reactions.ts';
import { every, type Complaint } from '../rules.ts';
import { interoperability, rfc6585, rfc6749, rfc6750, rfc9110, rfc9700 } from '../specs.ts';
import { askForTokenAt, faulted, follow, registerWith, silence, tokenOf } from './fault-mutations.ts';
import { explainedRow, passedOnRow, rowOf, toldRow, toleratedRow } from './fault-rows.ts';
import { bearerIsUsed, givesUpInTime, retriesPolitely, secretElsewhere } from './fault-rules.ts';
import { markOf } from './marks.ts';
import { edit, mutant } from './mutations.ts';

const otherType: Faults = [
  'token-type-mac',
  'token-type-dpop',
  'token-type-missing',
  'token-type-null',
  'token-type-empty',
  'token-type-array',
];

const noToken: Faults = ['token-missing', 'token-null', 'token-number', 'token-array', 'token-object'];
const emptyToken: Faults = ['token-empty'];
const shortLived: Faults = ['token-expires-soon', 'token-expired', 'token-expiry-string', 'token-expiry-missing'];
const redirected: Faults = ['token-see-other-elsewhere', 'token-redirect-*'];
const outage: Faults = ['token-429-retry-after-seconds', 'token-429-*', 'token-503-*'];
const slow: Faults = ['token-slow', 'token-never', 'token-drip', 'token-last-byte-late'];

/** A registration that came when the token of the changed answer had expired. */
function usesExpired(exchange: SeenExchange, { exchange: answer }: Incident): Complaint | undefined {
  const lifetime = Number(objectOf(answer.response.json)?.['expires_in'] ?? Number.POSITIVE_INFINITY) * 1000;
  const late = exchange.exchange.startedAt - answer.exchange.endedAt - lifetime;
  return exchange.role === 'registration' && late > 0
    ? { expected: 'a new token', found: `a token that expired ${Math.round(late)} ms before` }
    : undefined;
}

export const tokenFaults = defineChecks(
  {
    ...rowOf({
      id: 'T-14',
      slug: 'token-type-checked',
      title: 'does not use a token of a type that it does not know',
      spec: [rfc6749('7.1'), rfc6749('5.1')],
      level: 'MUST',
      faults: otherType,
      why: 'A token that is bound to a key is sent like one that works for whoever has it.',
      quote: 'The client MUST NOT use an access token if it does not understand the token type.',
    }),
    judge: neverAfter(otherType, bearerIsUsed),
    mutant: mutant('uses a token of type mac as Bearer', registerWith('token-type-mac', tokenOf('token-type-mac'))),
  },
  toleratedRow({
    id: 'T-15',
    slug: 'token-type-without-case',
    title: 'takes the token type in any case',
    spec: [rfc6749('5.1')],
    level: 'MUST',
    faults: ['token-type-lower-case', 'token-type-upper-case'],
    why: 'Most servers write Bearer, some bearer, and both are the same.',
    quote: 'Value is case insensitive.',
  }),
  {
    ...rowOf({
      id: 'T-16',
      slug: 'missing-token-stops',
      title: 'registers nothing when the token answer has no token',
      spec: [rfc6749('5.1'), rfc6750('2.1')],
      level: 'MUST',
      faults: noToken,
      why: 'The word null is sent as a token, and the developer reads of a token that nobody has ever seen.',
      related: ['Q-03', 'R-10'],
    }),
    judge: neverAfter(noToken, bearerIsUsed),
    mutant: mutant('sends "Bearer null"', registerWith('token-missing', 'null')),
  },
  {
    ...rowOf({
      id: 'T-17',
      slug: 'empty-token-stops',
      title: 'registers nothing when the token is empty',
      spec: [rfc6749('5.1'), rfc6750('2.1')],
      level: 'MUST',
      faults: emptyToken,
      why: 'A header without a token is no credential, and the true cause stays hidden.',
      related: ['R-06', 'R-10'],
    }),
    judge: neverAfter(emptyToken, bearerIsUsed),
    mutant: mutant('sends "Bearer" and nothing after it', registerWith('token-empty', '')),
  },
  toleratedRow({
    id: 'T-18',
    slug: 'unknown-token-members-ignored',
    title: 'takes a token answer with members that it does not know',
    spec: [rfc6749('5.1')],
    level: 'MUST',
    faults: ['token-unknown-members', 'token-refresh'],
    why: 'Each provider adds members of its own.',
    quote: 'The client MUST ignore unrecognized value names in the response.',
  }),
  {
    ...toldRow(
      {
        id: 'T-19',
        slug: 'narrowed-scope-noticed',
        title: 'says that the token has less scope than was asked for',
        spec: [rfc6749('3.3'), rfc6749('5.1')],
        faults: ['token-scope-narrowed'],
        why: 'The registration fails, or succeeds with less than is needed, and nobody learns that it is the scope.',
      },
      'the word scope',
      /scope/i,
    ),
    mutant: mutant('registers without a word', silence('token-scope-narrowed')),
  },
  {
    ...rowOf({
      id: 'T-20',
      slug: 'token-expiry-respected',
      title: 'registers nothing with a token that has expired',
      spec: [rfc6749('5.1')],
      faults: shortLived,
      why: 'The developer reads "invalid_token" where a new token would have done.',
      related: ['Q-03'],
    }),
    judge: neverAfter(shortLived, usesExpired),
    mutant: mutant(
      'uses the token when its second is over',
      registerWith('token-expires-soon', tokenOf('token-expires-soon'), { later: 1100 }),
    ),
  },
  passedOnRow(
    {
      id: 'T-22',
      slug: 'token-error-shown',
      title: 'passes on why the token endpoint refused',
      spec: [rfc6749('5.2'), interoperability],
      faults: [
        'token-invalid-client',
        'token-invalid-client-400',
        'token-invalid-request',
        'token-invalid-grant',
        'token-unauthorized-client',
        'token-unsupported-grant-type',
        'token-invalid-scope',
        'token-invalid-target',
        'token-unknown-error',
        'token-error-only',
        'token-error-unknown-members',
      ],
      why: 'A wrong secret, a scope that is missing and a grant that is not allowed are three different mistakes.',
    },
    'error',
    'error_description',
  ),
  explainedRow({
    id: 'T-23',
    slug: 'token-error-page-survived',
    title: 'explains an answer of the token endpoint that is no JSON',
    spec: [rfc6749('5.2'), interoperability],
    faults: [
      'token-bad-gateway',
      'token-html',
      'token-unauthorized-empty',
      'token-server-error-empty',
      'token-error-array',
      'token-error-null',
      'token-cut-head',
      'token-cut-body',
    ],
    why: 'A gateway in between answers with a page, and its markup ends up before the developer.',
  }),
  explainedRow({
    id: 'T-24',
    slug: 'token-answer-without-object',
    title: 'explains a token answer that holds no object',
    spec: [rfc6749('5.1'), interoperability],
    faults: [
      'token-body-null',
      'token-body-array',
      'token-body-string',
      'token-body-empty',
      'token-truncated',
      'token-bom',
      'token-charset-*',
      'token-content-type-*',
      'token-status-*',
    ],
    why: 'The product breaks in the middle instead of naming the token endpoint.',
  }),
  {
    ...rowOf({
      id: 'T-26',
      slug: 'token-redirect-keeps-secret',
      title: 'sends no secret to another origin when the token endpoint redirects',
      spec: [rfc9110('15.4'), rfc9700('4.12')],
      level: 'SEC',
      faults: redirected,
      why: 'Whoever controls the redirect gets the secret that opens registration.',
      related: ['R-43'],
    }),
    judge: neverAfter(redirected, secretElsewhere),
    mutant: mutant(
      'follows a 303 and keeps the Authorization header',
      follow('token-see-other-elsewhere', {
        method: 'GET',
        url: 'https://elsewhere.example/token',
        headers: [['Authorization', `Basic ${markOf('provider secret of fault-token-see-other-elsewhere')}`]],
      }),
    ),
  },
  {
    ...rowOf({
      id: 'T-27',
      slug: 'token-rate-limit',
      title: 'asks for a token again no sooner than the server says, or tells the person',
      spec: [rfc6585('4'), rfc9110('10.2.3')],
      faults: outage,
      why: 'A client that does not wait is locked out for longer.',
    }),
    judge: every(incidents(outage), retriesPolitely),
    mutant: mutant(
      'asks again at once',
      askForTokenAt('token-429-retry-after-seconds', 'https://idp.example/fault/token'),
    ),
  },
  {
    ...rowOf({
      id: 'T-28',
      slug: 'token-timeout',
      title: 'does not wait for a token for more than half a minute',
      spec: [interoperability],
      faults: slow,
      why: 'The developer looks at a page that does nothing.',
    }),
    judge: every(incidents(slow), givesUpInTime),
    mutant: mutant(
      'waits for a minute',
      edit(faulted('token-slow'), (exchange) => ({ ...exchange, endedAt: exchange.startedAt + 60_000 })),
    ),
  },
);
