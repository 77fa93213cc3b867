import { everyProfile } from '../../define.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { every, type ExchangeSpot, type Select } from '../../rules.ts';
import { interoperability, rfc6749, rfc9700 } from '../../specs.ts';
import { answers, cases, read, statuses, type AnswerRef } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isRefused, isTaken } from '../outcomes.ts';
import { idpMutant, refuse, rewrite, setMembers, setStatus } from '../rewrite.ts';
import { isBasicRefusal, isLikeWrongSecret, isWithoutScope } from './errors.ts';

/** Answers to Basic credentials that form-encoding had changed; with all others there is one way to write them. */
const encodedCredentials = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<number>> => {
  const wasEncoded = ({ exchange }: SeenExchange) =>
    exchange.facts.some((fact) => fact.kind === 'basic-credentials' && fact.encoding === 'form-urlencoded');
  return read(refs, 'is one to credentials with characters that form-encoding changes', (exchange) =>
    wasEncoded(exchange) ? [{ value: exchange.response.status, exchange, part: 'response status', pointer: '' }] : [],
  );
};

export const tokenCredentials = defineIdpChecks(
  {
    id: 'IT-09',
    slug: 'encoded-basic-accepted',
    title: 'decodes Basic credentials that were form-encoded',
    spec: [rfc6749('2.3.1'), rfc6749('B')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token'),
    why: 'A client that follows the specification cannot get in otherwise.',
    judge: every(encodedCredentials('token#admin token'), isTaken),
    mutant: idpMutant('knows the raw form only', rewrite('token#admin token', refuse(401, 'invalid_client'))),
    related: ['AP-02', 'IT-01', 'IT-02', 'IT-03', 'IT-04'],
  },
  {
    id: 'IT-10',
    slug: 'raw-basic-accepted',
    title: 'accepts the configured credentials when they are not form-encoded',
    spec: [rfc6749('2.3.1')],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: cases('token-raw-basic'),
    why: 'API managers send id and secret as they are; then the secret must have no reserved characters.',
    judge: every(statuses('token-raw-basic'), isTaken),
    mutant: idpMutant('refuses them', rewrite('token-raw-basic', refuse(401, 'invalid_client'))),
    related: ['AP-03'],
  },
  {
    id: 'IT-11',
    slug: 'wrong-secret-401',
    title: 'answers a wrong secret with 401, a challenge and invalid_client',
    spec: [rfc6749('5.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token-wrong-secret'),
    why: 'A product tells a wrong secret from a wrong request by this.',
    judge: every(answers('token-wrong-secret'), isBasicRefusal),
    mutant: idpMutant('answers with 400', rewrite('token-wrong-secret', setStatus(400))),
    related: ['IT-12'],
  },
  {
    id: 'IT-12',
    slug: 'unknown-client-not-told',
    title: 'does not tell an unknown client from a wrong secret',
    spec: [rfc6749('5.2'), rfc6749('2.2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('token-wrong-secret', 'token-unknown-client'),
    why: 'An id is no secret (RFC 6749 §2.2), but the difference saves an attacker half of the guessing.',
    judge: every(answers('token-unknown-client'), isLikeWrongSecret),
    mutant: idpMutant(
      'says that the client is unknown',
      rewrite('token-unknown-client', setMembers({ error_description: 'unknown client' })),
    ),
  },
  {
    id: 'IT-17',
    slug: 'query-credentials-refused',
    title: 'refuses credentials in the query',
    spec: [rfc6749('2.3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token-credentials-in-query'),
    why: 'Addresses stand in the logs of every proxy.',
    judge: every(statuses('token-credentials-in-query'), isRefused),
    mutant: idpMutant('gives a token', rewrite('token-credentials-in-query', setStatus(200))),
  },
  {
    id: 'IT-18',
    slug: 'two-credentials-refused',
    title: 'refuses credentials that are given in two places',
    spec: [rfc6749('2.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token-two-credentials'),
    why: 'A client uses one way a request; two readers may believe two different ones.',
    judge: every(statuses('token-two-credentials'), isRefused),
    mutant: idpMutant('gives a token', rewrite('token-two-credentials', setStatus(200))),
  },
  {
    id: 'IT-23',
    slug: 'scope-not-for-everyone',
    title: 'gives the scope that opens registration only to clients that have it',
    spec: [rfc6749('3.3'), rfc9700('2.3')],
    level: 'SEC',
    profiles: everyProfile,
    needs: cases('token', 'token-second-client'),
    why: 'Otherwise every client may register clients.',
    judge: every(answers('token-second-client'), isWithoutScope),
    mutant: idpMutant(
      'grants it',
      rewrite('token-second-client', setStatus(200), setMembers({ access_token: 'some-token', scope: 'dcr_admin' })),
    ),
  },
);
