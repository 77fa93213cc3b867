import { connect, everyProfile } from '../../define.ts';
import { holds } from '../../demands.ts';
import { every } from '../../rules.ts';
import { core10, rfc6749, rfc7591, rfc7636, rfc9700 } from '../../specs.ts';
import { cases, headers, member, notes, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, is, isClientError, isText } from '../demands.ts';
import { idpMutant, refuse, renote, rewrite, setHeader, setStatus } from '../rewrite.ts';

const must = { level: 'MUST', profiles: everyProfile } as const;

const lookalikes = ['path', 'query', 'case', 'port'].map((name) => `use-web-redirect-${name}`);
const isNoWayToClient = holds(
  'no redirect to the client',
  (location: string | undefined) => !/^https:\/\/app\.example\b/i.test(location ?? ''),
);

const otherUses = ['use-web-code-again', 'use-web-wrong-verifier', 'use-web-foreign-code'];

/** What a sound client library says of the ID token. */
const sound = 'finds nothing wrong';

/** A Web client, a person who signs in, and somebody who tries to get in between. */
export const login = defineIdpChecks(
  {
    ...must,
    id: 'IW-08',
    slug: 'web-client-signs-in',
    title: 'lets a person sign in to a registered Web client, and gives the client a token for the code',
    spec: [rfc6749('4.1'), rfc7636('4.6'), rfc7591('3.2.1')],
    needs: cases('use-web-login', 'use-web-openid-client'),
    why: 'That is what a Web application is registered for.',
    judge: both(
      every(statuses('use-web-login', 'use-web-openid-client'), is(200)),
      every(member('access_token', 'use-web-login', 'use-web-openid-client'), isText),
    ),
    mutant: idpMutant('does not know the code', rewrite('use-web-openid-client', refuse(400, 'invalid_grant'))),
  },
  {
    ...must,
    id: 'IW-09',
    slug: 'redirect-uri-compared-exactly',
    title: 'sends nobody to a redirect URI that only looks like the registered one',
    spec: [rfc6749('3.1.2.3'), rfc6749('3.1.2.4'), core10('3.1.2.1'), rfc9700('2.1')],
    needs: cases(...lookalikes),
    why: 'A code that arrives at another page of the same host is a code that somebody else may read.',
    judge: both(
      every(headers('Location', ...lookalikes), isNoWayToClient),
      every(notes('arrived', ...lookalikes), equals(false)),
    ),
    mutant: idpMutant(
      'takes what begins like it',
      rewrite(
        'use-web-redirect-path',
        setStatus(303),
        setHeader('Location', 'https://app.example/callback/extra?code=a'),
      ),
    ),
  },
  {
    ...must,
    id: 'IW-10',
    slug: 'code-bound-and-used-once',
    title: 'takes a code once, with its code_verifier, and from the client that it was given to',
    spec: [rfc6749('4.1.2'), rfc6749('4.1.3'), rfc7636('4.6')],
    needs: cases(...otherUses),
    why: 'A code stands in addresses and logs; only these three keep it worthless there.',
    judge: every(statuses(...otherUses), isClientError),
    mutant: idpMutant('takes it twice', rewrite('use-web-code-again', setStatus(200))),
  },
  {
    ...must,
    id: 'IW-11',
    slug: 'refresh-token-works',
    title: 'gives a new token for the refresh token of a client that registered this grant',
    spec: [rfc6749('6'), rfc7591('2')],
    needs: cases('use-web-refresh'),
    why: 'Without it a person has to sign in again whenever the token runs out.',
    judge: both(every(statuses('use-web-refresh'), is(200)), every(member('access_token', 'use-web-refresh'), isText)),
    mutant: idpMutant('does not know it', rewrite('use-web-refresh', refuse(400, 'invalid_grant'))),
  },
  {
    ...must,
    id: 'IW-19',
    slug: 'id-token-for-the-client',
    title: 'gives an ID token of its own, for the registered client, signed as registered',
    spec: [core10('3.1.3.7')],
    profiles: connect,
    needs: cases('use-web-login', 'use-web-openid-client'),
    why: 'A client that validates what it gets, as it must, refuses every login otherwise.',
    judge: every(notes('library', 'use-web-login', 'use-web-openid-client'), equals(sound)),
    mutant: idpMutant(
      'names another audience',
      renote('use-web-login', { library: 'unexpected JWT "aud" claim value' }),
    ),
  },
  {
    ...must,
    id: 'IW-22',
    slug: 'foreign-refresh-refused',
    title: 'refuses the refresh token of one client when another comes with it',
    spec: [rfc6749('6')],
    needs: cases('use-web-foreign-refresh'),
    why: 'Otherwise whoever registers a client can use the refresh tokens that others lost.',
    judge: every(statuses('use-web-foreign-refresh'), isClientError),
    mutant: idpMutant('gives a token', rewrite('use-web-foreign-refresh', setStatus(200))),
  },
);
