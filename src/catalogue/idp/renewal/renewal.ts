import { everyProfile } from '../../define.ts';
import { isPresent } from '../../demands.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc6749, rfc6750 } from '../../specs.ts';
import { cases, headers, member, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isClientError, isJsonType, isNoStore, isText } from '../demands.ts';
import { isTaken } from '../outcomes.ts';
import { dropHeader, dropMembers, idpMutant, refuse, rewrite, setBody, setMembers, setStatus } from '../rewrite.ts';

const apim = { level: 'INTEROP', levelIn: { gravitee: 'MUST' }, profiles: everyProfile } as const;

/** What comes of a secret that is renewed. */
export const renewal = defineIdpChecks(
  {
    ...apim,
    id: 'IN-01',
    slug: 'renewal-without-body',
    title: 'renews a secret when it is asked without a body and a media type',
    spec: [interoperability],
    needs: cases('renew'),
    why: 'APIM sends neither; an IdP that wants one answers every renewal with a refusal.',
    judge: every(statuses('renew'), isTaken),
    mutant: idpMutant('wants a media type', rewrite('renew', refuse(415, 'invalid_request'))),
    related: ['AP-19', 'IN-02', 'IN-04'],
  },
  {
    ...apim,
    id: 'IN-02',
    slug: 'renewal-answers-the-client',
    title: 'answers a renewal with the whole client, its new secret and the management pair',
    spec: [interoperability],
    needs: cases('renew'),
    why: 'APIM stores the answer as all there is to know of the client, and cannot edit it without the pair.',
    judge: both(
      every(headers('Content-Type', 'renew'), isJsonType),
      every(member('client_id', 'renew'), isText),
      every(member('client_secret', 'renew'), isText),
      every(member('registration_access_token', 'renew'), isText),
      every(member('registration_client_uri', 'renew'), isText),
      every(member('grant_types', 'renew'), isPresent),
    ),
    mutant: idpMutant('answers with the secret alone', rewrite('renew', dropMembers('registration_access_token'))),
    related: ['AP-11'],
  },
  {
    id: 'IN-03',
    slug: 'renewed-secret-replaces',
    title: 'takes the new secret and no longer the old one',
    spec: [rfc6749('10.1'), interoperability],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token-with-renewed-secret', 'token-with-old-secret'),
    why: 'A secret is renewed because the old one is not safe any more.',
    judge: both(
      every(statuses('token-with-renewed-secret'), is(200)),
      every(statuses('token-with-old-secret'), isClientError),
    ),
    mutant: idpMutant('takes the old one as well', rewrite('token-with-old-secret', setStatus(200))),
  },
  {
    id: 'IN-04',
    slug: 'renewal-no-store',
    title: 'keeps the answer to a renewal out of caches',
    spec: [rfc6749('5.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('renew'),
    why: 'It holds the secret and a token.',
    judge: every(headers('Cache-Control', 'renew'), isNoStore),
    mutant: idpMutant('says nothing about caches', rewrite('renew', dropHeader('Cache-Control'))),
  },
  {
    id: 'IN-05',
    slug: 'renewal-needs-own-token',
    title: 'renews no secret without a token, or with that of another client',
    spec: [rfc6750('3'), interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs: cases('renew-without-token', 'renew-foreign-token'),
    why: 'Whoever can renew a secret is told the new one.',
    judge: every(statuses('renew-without-token', 'renew-foreign-token'), isClientError),
    mutant: idpMutant(
      'renews it for anybody',
      rewrite('renew-without-token', setStatus(200), setBody({ client_id: 'c', client_secret: 'of-somebody-else' })),
    ),
  },
  {
    id: 'IN-06',
    slug: 'renewal-of-public-client-refused',
    title: 'gives no secret to a client that has none',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('renew-public'),
    why: 'A secret in a browser is no secret.',
    judge: every(statuses('renew-public'), isClientError),
    mutant: idpMutant('gives it one', rewrite('renew-public', setStatus(200), setMembers({ client_secret: 'new' }))),
  },
);
