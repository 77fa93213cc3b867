import { everyProfile } from '../../define.ts';
import { holds } from '../../demands.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc6749, rfc7591, rfc7636, rfc8252, rfc9700 } from '../../specs.ts';
import { cases, headers, member, statuses } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isClientError, isText } from '../demands.ts';
import { dropHeader, idpMutant, refuse, rewrite, setStatus } from '../rewrite.ts';

const origin = 'https://app.example';

const isOpenToOrigin = holds(`${origin} or *`, (value: string | undefined) => value === origin || value === '*');

/** The page with a code is a redirect, which is no refusal. */
const isRefused = holds('a refusal', (status: number) => status >= 300 && status < 500);

const native = { level: 'INTEROP', levelIn: { bcp: 'MUST' }, profiles: everyProfile } as const;

/** Applications that have no secret. */
export const publicClients = defineIdpChecks(
  {
    id: 'IW-12',
    slug: 'spa-signs-in',
    title: 'gives a single-page application a token for its code without a secret, and no use of a grant it lacks',
    spec: [rfc6749('4.1.3'), rfc7636('4.6'), rfc7591('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('use-spa-login'),
    why: 'A browser has no place for a secret; a client that is registered for none has to work without.',
    judge: both(
      every(statuses('use-spa-login'), is(200)),
      every(member('access_token', 'use-spa-login'), isText),
      every(statuses('use-spa-login#refresh'), isClientError),
    ),
    mutant: idpMutant('wants a secret', rewrite('use-spa-login', refuse(401, 'invalid_client'))),
  },
  {
    id: 'IW-13',
    slug: 'spa-reads-token',
    title: 'lets a script of the registered redirect URI read the answer of the token endpoint',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('use-spa-login'),
    why: 'Without the header the browser keeps the token from the application.',
    judge: every(headers('Access-Control-Allow-Origin', 'use-spa-login'), isOpenToOrigin),
    mutant: idpMutant('knows no CORS', rewrite('use-spa-login', dropHeader('Access-Control-Allow-Origin'))),
  },
  {
    ...native,
    id: 'IW-14',
    slug: 'loopback-port-of-the-moment',
    title: 'sends a native application its code to a loopback address at any port',
    spec: [rfc8252('7.3')],
    needs: cases('use-native-loopback'),
    why: 'The port is what the operating system has free when the login begins.',
    judge: every(statuses('use-native-loopback'), is(200)),
    mutant: idpMutant('does not know the code', rewrite('use-native-loopback', refuse(400, 'invalid_grant'))),
  },
  {
    ...native,
    id: 'IW-15',
    slug: 'private-scheme-login',
    title: 'sends a native application its code to a scheme of its own',
    spec: [rfc8252('7.1')],
    needs: cases('use-native-scheme'),
    why: 'Many applications on phones wait there.',
    judge: every(statuses('use-native-scheme'), is(200)),
    mutant: idpMutant('does not know the code', rewrite('use-native-scheme', refuse(400, 'invalid_grant'))),
  },
  {
    id: 'IW-21',
    slug: 'public-client-needs-pkce',
    title: 'gives a single-page application no token without a proof key',
    spec: [rfc9700('2.1.1'), rfc8252('8.1')],
    level: 'BCP',
    profiles: ['bcp'],
    needs: cases('use-spa-without-pkce'),
    why: 'Without a secret and a proof key, whoever reads the code has the token.',
    judge: every(statuses('use-spa-without-pkce'), isRefused),
    mutant: idpMutant('gives a token', rewrite('use-spa-without-pkce', setStatus(200))),
  },
);
