import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc6749, rfc7591, rfc7592, rfc7662 } from '../../specs.ts';
import { answers, cases, member, statuses } from '../answers.ts';
import { both, inSuccesses, isAnother, membersKept, named } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, is, isNoServerError } from '../demands.ts';
import { isErrorPage } from '../pages.ts';
import { idpMutant, rewrite, rewriteEach, setBody, setHeader, setMembers, setStatus } from '../rewrite.ts';

const bystanders = ['delete-without-token', 'delete-garbage-token', 'delete-foreign-token'];
const afterwards = ['read-after-delete', 'update-after-delete', 'delete-again'];

/** The end of a client. */
export const deletion = defineIdpChecks(
  {
    id: 'IX-01',
    slug: 'delete-answered',
    title: 'answers a deletion with 204 and nothing else',
    spec: [rfc7592('2.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('delete'),
    why: 'A product takes anything else for a deletion that failed, and tries again.',
    judge: both(
      every(inSuccesses(statuses('delete')), is(204)),
      every(inSuccesses(answers('delete')), ({ value }) =>
        value.response.body.text === '' ? undefined : { expected: 'an empty body', found: value.response.body.text },
      ),
    ),
    mutant: idpMutant('answers with 200 and a body', rewrite('delete', setStatus(200), setBody({ deleted: true }))),
    related: ['IX-02'],
  },
  {
    id: 'IX-02',
    slug: 'delete-unsupported-said',
    title: 'deletes a client, or says with 405 that it does not offer this',
    spec: [rfc7592('2.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('delete'),
    why: 'A product cannot tell a client that is gone from an operation that is not offered.',
    judge: every(statuses('delete'), is(204, 405)),
    mutant: idpMutant('answers with 404', rewrite('delete', setStatus(404))),
    related: ['AP-20'],
  },
  {
    id: 'IX-03',
    slug: 'deleted-client-unmanageable',
    title: 'refuses to read, update and delete a deleted client with 401',
    spec: [rfc7592('2.3'), rfc7592('2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases(...afterwards),
    why: 'The registration access token must die with the client.',
    judge: every(statuses(...afterwards), is(401)),
    mutant: idpMutant('answers with 404', ...rewriteEach(afterwards, setStatus(404))),
    related: ['IU-15'],
  },
  {
    id: 'IX-04',
    slug: 'deleted-client-unauthenticated',
    title: 'gives a deleted client no token',
    spec: [rfc7592('2.3'), rfc6749('5.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('token-after-delete'),
    why: 'An application that was deleted in the product could go on calling APIs.',
    judge: both(
      every(statuses('token-after-delete'), is(400, 401)),
      every(member('error', 'token-after-delete'), equals('invalid_client')),
    ),
    mutant: idpMutant(
      'issues a token',
      rewrite(
        'token-after-delete',
        setStatus(200),
        setBody({ access_token: 'a-token-0123456789', token_type: 'Bearer' }),
      ),
    ),
  },
  {
    id: 'IX-05',
    slug: 'deleted-client-unauthorized',
    title: 'refuses an authorization request of a deleted client without redirecting',
    spec: [rfc6749('4.1.2.1'), rfc7592('2.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('authorize-after-delete'),
    why: 'The address of a deleted client may belong to somebody else by now.',
    judge: every(statuses('authorize-after-delete'), isErrorPage),
    mutant: idpMutant(
      'redirects',
      rewrite('authorize-after-delete', setStatus(303), setHeader('Location', 'https://app.example/callback?error=x')),
    ),
  },
  {
    id: 'IX-06',
    slug: 'deleted-client-tokens-dead',
    title: 'ends the tokens of a deleted client',
    spec: [rfc7592('2.3'), rfc7662('2.2')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: cases('introspect-before-delete', 'introspect-after-delete'),
    why: 'A token that lives on calls APIs for an application that is no more.',
    judge: every(inSuccesses(member('active', 'introspect-after-delete')), equals(false)),
    mutant: idpMutant('calls it active', rewrite('introspect-after-delete', setMembers({ active: true }))),
  },
  {
    id: 'IX-07',
    slug: 'delete-needs-own-token',
    title: 'deletes no client for a stranger',
    spec: [rfc7592('2.3'), rfc7592('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases(...bystanders),
    why: 'Anyone could delete the clients of all others.',
    judge: both(
      every(statuses(...bystanders), is(401, 403)),
      every(statuses(...bystanders.map((name) => `${name}#read after`)), is(200)),
    ),
    mutant: idpMutant('deletes it', rewrite('delete-foreign-token', setStatus(204), setBody(''))),
  },
  {
    id: 'IX-08',
    slug: 'deleted-client-id-not-reused',
    title: 'gives the id of a deleted client to no other',
    spec: [rfc7591('3.2.1')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: cases('register-b2b-explicit', 'register-after-delete'),
    why: 'Tokens, subscriptions and logs of the old client would count for the new one.',
    judge: every(
      inSuccesses(named(membersKept('register-b2b-explicit', 'register-after-delete'), 'client_id')),
      isAnother,
    ),
    mutant: idpMutant(
      'gives both clients one id',
      ...rewriteEach(['register-b2b-explicit', 'register-after-delete'], setMembers({ client_id: 'one-id-for-all' })),
    ),
  },
  {
    id: 'IX-09',
    slug: 'delete-repeated',
    title: 'stands a second deletion of a client',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('delete-again'),
    why: 'A product whose first answer was lost tries again.',
    judge: every(statuses('delete-again'), isNoServerError),
    mutant: idpMutant('breaks down', rewrite('delete-again', setStatus(500))),
    related: ['IX-03'],
  },
);
