import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { registration10, rfc6749, rfc7591 } from '../../specs.ts';
import { cases, member, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isClientError, isText } from '../demands.ts';
import { showsNoSignIn } from '../pages.ts';
import { dropMembers, idpMutant, refuse, rewrite, setStatus } from '../rewrite.ts';

const must = { level: 'MUST', profiles: everyProfile } as const;

/** What a client without a user can do, and what it cannot. */
export const backEnd = defineIdpChecks(
  {
    ...must,
    id: 'IW-01',
    slug: 'registered-client-gets-token',
    title: 'gives a Backend to Backend client a token by the method it registered',
    spec: [rfc6749('4.4'), rfc7591('3.2.1')],
    needs: cases('use-b2b'),
    why: 'A client that is registered and cannot be used is what users complain of most.',
    judge: both(every(statuses('use-b2b'), is(200)), every(member('access_token', 'use-b2b'), isText)),
    mutant: idpMutant('gives no token', rewrite('use-b2b', dropMembers('access_token'))),
  },
  {
    ...must,
    id: 'IW-02',
    slug: 'other-auth-method-refused',
    title: 'refuses the secret in the body of a client that registered client_secret_basic',
    spec: [rfc7591('2'), registration10('2')],
    level: 'SHOULD',
    needs: cases('use-b2b-secret-in-body'),
    why: 'What a client registered is what it is held to; a body is logged where a header is not.',
    judge: every(statuses('use-b2b-secret-in-body'), isClientError),
    mutant: idpMutant('takes it', rewrite('use-b2b-secret-in-body', setStatus(200))),
  },
  {
    ...must,
    id: 'IW-03',
    slug: 'back-end-starts-no-code-flow',
    title: 'shows no sign-in page to a client that registered client_credentials alone',
    spec: [rfc7591('2'), rfc6749('4.1.2.1')],
    needs: cases('use-b2b-authorization'),
    why: 'A back end has no user; who shows a page in its name is somebody else.',
    judge: every(statuses('use-b2b-authorization'), showsNoSignIn),
    mutant: idpMutant('shows the page', rewrite('use-b2b-authorization', setStatus(200))),
  },
  {
    ...must,
    id: 'IW-06',
    slug: 'wrong-client-secret-refused',
    title: 'refuses a wrong secret of a registered client',
    spec: [rfc6749('5.2')],
    needs: cases('use-b2b-wrong-secret'),
    why: 'Otherwise the client id, which is no secret, is all it takes.',
    judge: every(statuses('use-b2b-wrong-secret'), is(400, 401)),
    mutant: idpMutant('refuses it with 500', rewrite('use-b2b-wrong-secret', refuse(500, 'server_error'))),
  },
);
