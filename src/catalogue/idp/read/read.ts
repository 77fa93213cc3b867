import { everyProfile } from '../../define.ts';
import { isPresent } from '../../demands.ts';
import { every } from '../../rules.ts';
import { registration10, rfc6749, rfc6750, rfc7592 } from '../../specs.ts';
import { cases, headers, member, presentMember, statuses } from '../answers.ts';
import { both, inSuccesses, isSame, membersKept, named } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isJsonType, isNoStore } from '../demands.ts';
import { dropHeader, dropMembers, idpMutant, refuse, rewrite, setMembers, setStatus } from '../rewrite.ts';

/**
 * What is no metadata of the client but was given to it (RFC 7591 §3.2.1, RFC 7592 §3): it may change with a read, and the time
 * of issue may be left out.
 */
const mayChange = [
  'client_id_issued_at',
  'client_secret',
  'client_secret_expires_at',
  'registration_access_token',
  'registration_client_uri',
];

/** What a client gets that reads itself. */
export const read = defineIdpChecks(
  {
    id: 'IG-01',
    slug: 'read-answered',
    title: 'answers the read of a client with 200 and JSON',
    spec: [rfc7592('2.1'), registration10('4.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('read'),
    why: 'A product reads the client to see whether it is still there and what became of it.',
    judge: both(every(statuses('read'), is(200)), every(headers('Content-Type', 'read'), isJsonType)),
    mutant: idpMutant('answers with 201', rewrite('read', setStatus(201))),
  },
  {
    id: 'IG-02',
    slug: 'read-not-cached',
    title: 'keeps the answer to a read out of caches',
    spec: [rfc6749('5.1'), rfc7592('3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('read'),
    why: 'The answer may hold a secret and a token, which a cache would keep.',
    judge: every(inSuccesses(headers('Cache-Control', 'read')), isNoStore),
    mutant: idpMutant('says nothing about caches', rewrite('read', dropHeader('Cache-Control'))),
  },
  {
    id: 'IG-03',
    slug: 'read-complete',
    title: 'reads all metadata as it was registered',
    spec: [rfc7592('2.1'), rfc7592('3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('register-web-explicit', 'read'),
    why: 'A product that edits a client sends back what it read; what is missing there is lost.',
    judge: every(inSuccesses(membersKept('register-web-explicit', 'read', mayChange)), isSame),
    mutant: idpMutant('leaves out the grant types', rewrite('read', dropMembers('grant_types'))),
  },
  {
    id: 'IG-04',
    slug: 'read-repeats-the-pair',
    title: 'repeats registration_client_uri and registration_access_token in the answer to a read',
    spec: [rfc7592('3'), registration10('4.3')],
    level: 'MUST',
    levelIn: { oidc: 'MAY', bcp: 'MAY', gravitee: 'MAY' },
    profiles: everyProfile,
    needs: cases('read'),
    why: 'Whoever replaces what it stored by the answer can no longer manage the client.',
    judge: both(
      every(inSuccesses(member('registration_client_uri', 'read')), isPresent),
      every(inSuccesses(member('registration_access_token', 'read')), isPresent),
    ),
    mutant: idpMutant(
      'leaves out the pair',
      rewrite('read', dropMembers('registration_client_uri', 'registration_access_token')),
    ),
  },
  {
    id: 'IG-05',
    slug: 'read-names-a-living-token',
    title: 'takes the token that the answer to a read names',
    spec: [rfc7592('2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('read', 'read-again'),
    why: 'A client must throw its old token away when a read brings a new one.',
    judge: every(statuses('read-again'), is(200)),
    mutant: idpMutant('refuses the token that it has just named', rewrite('read-again', refuse(401, 'invalid_token'))),
  },
  {
    id: 'IG-12',
    slug: 'read-token-in-query-refused',
    title: 'takes no registration access token in the query',
    spec: [rfc6750('2.3')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: cases('read-token-in-query'),
    why: 'Addresses end up in logs and histories, and the token with them.',
    judge: every(statuses('read-token-in-query'), is(400, 401, 403)),
    mutant: idpMutant('takes it', rewrite('read-token-in-query', setStatus(200))),
  },
  {
    id: 'IG-16',
    slug: 'read-secret-in-force',
    title: 'names the secret that it gave, when a read names one',
    spec: [rfc7592('2.1')],
    level: 'MAY',
    profiles: everyProfile,
    needs: cases('register-web-explicit', 'read'),
    why: 'A read that changes the secret stops the client until its owner notices.',
    judge: (seen, profile) =>
      presentMember('client_secret', 'read')(seen, profile).spots.length === 0
        ? { outcome: 'not-applicable', because: 'the answer to the read has no client_secret' }
        : every(named(membersKept('register-web-explicit', 'read'), 'client_secret'), isSame)(seen, profile),
    mutant: idpMutant(
      'makes a new secret',
      rewrite('read', setMembers({ client_secret: 'another-secret-0123456789' })),
    ),
  },
);
