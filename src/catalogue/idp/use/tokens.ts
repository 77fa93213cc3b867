import { everyProfile } from '../../define.ts';
import { holds } from '../../demands.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc6749, rfc7009, rfc7591, rfc7662 } from '../../specs.ts';
import { cases, member, notes, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, is, isClientError } from '../demands.ts';
import { idpMutant, refuse, renote, rewrite, setMembers, setStatus } from '../rewrite.ts';

const interop = { level: 'INTEROP', profiles: everyProfile } as const;

/** Seconds after which an application that was just created has a token, or its developer thinks that it is broken. */
const patience = 5;

const isSoon = holds(`at most ${patience} seconds`, (value: string | number | boolean) => Number(value) <= patience);

/** Tokens of a client without a user. */
export const tokens = defineIdpChecks(
  {
    ...interop,
    id: 'IW-04',
    slug: 'registered-scope-obtained',
    title: 'gives a Backend to Backend client a token with the API scope that it registered',
    spec: [rfc7591('2'), rfc6749('3.3'), interoperability],
    needs: cases('use-b2b-scope'),
    why: 'A client whose scope is stored and never given cannot call the API that it was made for.',
    judge: every(statuses('use-b2b-scope'), is(200)),
    mutant: idpMutant('knows no such scope then', rewrite('use-b2b-scope', refuse(400, 'invalid_scope'))),
  },
  {
    ...interop,
    id: 'IW-05',
    slug: 'token-validates',
    title: 'gives tokens that an API gateway can validate, and that name the client',
    spec: [rfc7662('2.2'), interoperability],
    levelIn: { gravitee: 'MUST' },
    needs: cases('use-b2b-validate'),
    why: 'A gateway asks the IdP or checks the signature, and finds the subscription by the id of the client.',
    judge: both(
      every(notes('token', 'use-b2b-validate'), equals('valid')),
      every(member('active', 'use-b2b-validate#introspect'), equals(true)),
      every(notes('client', 'use-b2b-validate'), equals('the registered id')),
    ),
    mutant: idpMutant('calls it inactive', rewrite('use-b2b-validate#introspect', setMembers({ active: false }))),
  },
  {
    id: 'AP-18',
    slug: 'token-names-the-client',
    title: 'names in a token, or when it is asked about one, the client by its registered id',
    spec: [rfc7662('2.2'), interoperability],
    level: 'SHOULD',
    profiles: ['gravitee'],
    needs: cases('use-b2b-validate'),
    why: 'The gateway of APIM finds the subscription of a plan by this claim; with another value every call is refused.',
    judge: every(notes('client', 'use-b2b-validate'), equals('the registered id')),
    mutant: idpMutant('names nobody', renote('use-b2b-validate', { client: 'absent' })),
    related: ['IW-05'],
  },
  {
    ...interop,
    id: 'IW-07',
    slug: 'client-works-soon',
    title: `gives a new client a token within ${patience} seconds of its registration`,
    spec: [interoperability],
    needs: cases('use-b2b-at-once'),
    why: 'A developer tries the new application at once; nodes that learn of it later say invalid_client.',
    judge: both(every(statuses('use-b2b-at-once'), is(200)), every(notes('works after', 'use-b2b-at-once'), isSoon)),
    mutant: idpMutant('takes half a minute', renote('use-b2b-at-once', { 'works after': 28 })),
  },
  {
    id: 'IW-16',
    slug: 'grants-held-to',
    title: 'holds a client to the grants that it registered',
    spec: [rfc6749('5.2'), rfc7591('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('use-b2b-code-grant', 'use-web-password-grant', 'client-token-other-grant'),
    why: 'What a client registered is all that a stolen secret of it should be good for.',
    judge: every(statuses('use-b2b-code-grant', 'use-web-password-grant', 'client-token-other-grant'), isClientError),
    mutant: idpMutant(
      'gives a token',
      rewrite('use-web-password-grant', setStatus(200), setMembers({ access_token: 'a', token_type: 'Bearer' })),
    ),
  },
  {
    id: 'IW-20',
    slug: 'foreign-revocation-refused',
    title: 'keeps a token active that another client wants to revoke',
    spec: [rfc7009('2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('use-b2b-foreign-revoke'),
    why: 'Otherwise whoever registers a client can switch off the tokens of others.',
    judge: every(member('active', 'use-b2b-foreign-revoke'), equals(true)),
    mutant: idpMutant('revokes it', rewrite('use-b2b-foreign-revoke', setMembers({ active: false }))),
  },
);
