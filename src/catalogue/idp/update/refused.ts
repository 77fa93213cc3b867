import { everyProfile } from '../../define.ts';
import { show, every, type Demand, type ExchangeSpot } from '../../rules.ts';
import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { rfc6750, rfc7591, rfc7592 } from '../../specs.ts';
import { answers, cases, exchangesOf, member, statuses } from '../answers.ts';
import { both, inSuccesses, isAnother, membersSent, named } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, is } from '../demands.ts';
import { idpMutant, refuse, rewrite, setBody, setMembers, setStatus } from '../rewrite.ts';

const forbidden = [
  'registration-access-token',
  'registration-client-uri',
  'client-secret-expires-at',
  'client-id-issued-at',
].map((member) => `update-with-${member}`);

const strangers = ['update-without-token', 'update-garbage-token', 'update-foreign-token'];

/** Members that a client must not choose, in the answer as the client sent them. */
const noneChosen: Demand<ExchangeSpot<SeenExchange>> = ({ value: { request, response } }) => {
  const [sent, given] = [objectOf(request.json) ?? {}, objectOf(response.json) ?? {}];
  const names = [
    'registration_access_token',
    'registration_client_uri',
    'client_secret_expires_at',
    'client_id_issued_at',
  ];
  const taken = names.find((name) => sent[name] !== undefined && sent[name] === given[name]);
  return taken === undefined ? undefined : { expected: `${taken} of the IdP's own choice`, found: show(given[taken]) };
};

const refusedClient = ['invalid_client', 'unauthorized_client', 'invalid_request'];

/** A public client may bring any secret, which nobody looks at; only one that is told from others is still in force. */
const isLikeAnySecret: Demand<ExchangeSpot> = ({ value }, { seen }) => {
  const [any] = exchangesOf(seen, 'token-after-none#any secret');
  return refusedClient.includes(String(value)) || objectOf(any?.response.json)?.['error'] === value
    ? undefined
    : { expected: 'invalid_client, or what any other secret is answered with', found: show(value) };
};

/** What nobody may change. */
export const updateRefused = defineIdpChecks(
  {
    id: 'IU-07',
    slug: 'update-needs-client-id',
    title: 'refuses an update without client_id',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-without-client-id'),
    why: 'The client_id in the body is what keeps an update from reaching the wrong client.',
    judge: every(statuses('update-without-client-id'), is(400)),
    mutant: idpMutant('takes it', rewrite('update-without-client-id', setStatus(200))),
  },
  {
    id: 'IU-08',
    slug: 'update-other-client-id-refused',
    title: 'refuses an update with the client_id of another client',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-other-client-id'),
    why: 'One client could overwrite another.',
    judge: every(statuses('update-other-client-id'), is(400, 401, 403)),
    mutant: idpMutant('takes it', rewrite('update-other-client-id', setStatus(200))),
  },
  {
    id: 'IU-09',
    slug: 'update-wrong-secret-refused',
    title: 'refuses an update with another secret than the client has',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-wrong-secret'),
    why: 'The secret in the body must match the one that was issued.',
    judge: every(statuses('update-wrong-secret'), is(400, 401, 403)),
    mutant: idpMutant('takes it', rewrite('update-wrong-secret', setStatus(200))),
  },
  {
    id: 'IU-10',
    slug: 'update-chosen-secret-dead',
    title: 'lets no client choose its own secret',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-wrong-secret', 'token-with-chosen-secret'),
    why: 'People choose secrets that can be guessed.',
    judge: every(statuses('token-with-chosen-secret'), is(400, 401)),
    mutant: idpMutant(
      'takes the chosen one',
      rewrite('token-with-chosen-secret', setStatus(200), setBody({ access_token: 'a-token-0123456789' })),
    ),
  },
  {
    id: 'IU-12',
    slug: 'update-forbidden-members',
    title: 'lets no client choose its token, its address or its dates',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases(...forbidden),
    why: 'A client that sets its own expiry or token undoes what protects it.',
    judge: both(every(statuses(...forbidden), is(200, 400)), every(inSuccesses(answers(...forbidden)), noneChosen)),
    mutant: idpMutant(
      'takes the date',
      rewrite(
        'update-with-client-secret-expires-at',
        setStatus(200),
        setBody({ client_id: 'x', client_secret_expires_at: 4_102_444_800 }),
      ),
    ),
  },
  {
    id: 'IU-13',
    slug: 'update-bad-redirect-refused',
    title: 'refuses a wrong redirect URI in an update, and changes nothing',
    spec: [rfc7592('2.2'), rfc7591('3.2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-bad-redirect'),
    why: 'An update of which half is done leaves a client that nobody asked for.',
    judge: both(
      every(statuses('update-bad-redirect'), is(400)),
      every(member('error', 'update-bad-redirect'), equals('invalid_redirect_uri')),
      every(
        inSuccesses(
          named(
            membersSent('update-bad-redirect#update', 'update-bad-redirect#read after'),
            'client_name',
            'redirect_uris',
          ),
        ),
        isAnother,
      ),
    ),
    mutant: idpMutant(
      'takes it all the same',
      rewrite(
        'update-bad-redirect#read after',
        setMembers({ redirect_uris: ['https://app.example/callback#fragment'] }),
      ),
    ),
  },
  {
    id: 'IU-14',
    slug: 'update-needs-own-token',
    title: 'updates no client for a stranger',
    spec: [rfc7592('2.2'), rfc6750('3.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases(...strangers),
    why: 'Anyone could send the codes of a client to an address of his own.',
    judge: both(
      every(statuses('update-without-token', 'update-garbage-token'), is(401)),
      every(statuses('update-foreign-token'), is(401, 403)),
    ),
    mutant: idpMutant('does', rewrite('update-foreign-token', setStatus(200))),
  },
  {
    id: 'IU-15',
    slug: 'update-deleted-client-refused',
    title: 'refuses the update of a deleted client with 401',
    spec: [rfc7592('2.2'), rfc7592('2.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('update-after-delete'),
    why: 'The registration access token must die with the client.',
    judge: every(statuses('update-after-delete'), is(401)),
    mutant: idpMutant('answers with 404', rewrite('update-after-delete', setStatus(404))),
    related: ['IX-03'],
  },
  {
    id: 'IU-19',
    slug: 'update-to-none-ends-secret',
    title: 'no longer takes the secret of a client that became public',
    spec: [rfc7592('2.2')],
    level: 'SEC',
    profiles: everyProfile,
    needs: cases('token-after-none'),
    why: 'A secret that its owner believes to be gone still opens the token endpoint.',
    judge: every(member('error', 'token-after-none'), isLikeAnySecret),
    mutant: idpMutant(
      'takes it',
      rewrite('token-after-none', refuse(400, 'invalid_grant')),
      rewrite('token-after-none#any secret', refuse(401, 'invalid_client')),
    ),
  },
);
