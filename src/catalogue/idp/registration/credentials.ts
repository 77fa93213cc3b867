import { everyProfile } from '../../define.ts';
import { alike, every, type ExchangeSpot, type Select, type Spot } from '../../rules.ts';
import { interoperability, rfc3986, rfc6749, rfc7591 } from '../../specs.ts';
import { cases } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isText } from '../demands.ts';
import { dropMembers, idpMutant, rewrite, rewriteEach, setMembers } from '../rewrite.ts';
import {
  hasNoSecretIfPublic,
  hasSecretIfConfidential,
  isLongSecret,
  isNow,
  isSafeId,
  saysNoExpiryWithoutSecret,
  saysWhenSecretExpires,
} from './demands.ts';
import { clients, registeredMembers, statedMembers, typeCases } from './registered.ts';

const web = cases('register-web-explicit');

/** Each value is that of one client only: the spot where it stood first has it. */
const distinct = (select: Select<ExchangeSpot>) => alike(select, ({ value }) => String(value), placeOf);

const placeOf = (spot: Spot): string => ('exchange' in spot ? `exchange ${spot.exchange.number} has it` : spot.subject);

const distinctRefs = typeCases.filter((name) => name !== 'register-b2b-minimal');

/** Identifiers and secrets that an IdP makes up for a client. */
export const credentials = defineIdpChecks(
  {
    id: 'IR-05',
    slug: 'client-id-given',
    title: 'gives the client an identifier',
    spec: [rfc7591('3.2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'Without client_id the client cannot be used, and a product that stores the answer has nothing to store.',
    judge: every(registeredMembers(['client_id'], ...typeCases), isText),
    mutant: idpMutant('gives a number', rewrite('register-spa-minimal', setMembers({ client_id: 4711 }))),
    related: ['IR-07'],
  },
  {
    id: 'IR-06',
    slug: 'client-id-of-one-client',
    title: 'gives different clients different identifiers',
    spec: [rfc7591('3.2.1')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: web,
    why: 'Two applications with one identifier share tokens, redirect URIs and fate.',
    judge: distinct(statedMembers(['client_id'], ...distinctRefs)),
    mutant: idpMutant(
      'gives the same identifier twice',
      ...rewriteEach(['register-spa-minimal', 'register-native-minimal'], setMembers({ client_id: 'same' })),
    ),
  },
  {
    id: 'IR-07',
    slug: 'client-id-url-safe',
    title: 'makes identifiers of characters that need no escape in a URI',
    spec: [rfc3986('2.2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: web,
    why: 'Other characters get lost on the way through query strings, Basic credentials and paths.',
    judge: every(statedMembers(['client_id'], ...typeCases), isSafeId),
    mutant: idpMutant('uses @ and !', rewrite('register-spa-minimal', setMembers({ client_id: '@!1234!5' }))),
  },
  {
    id: 'IR-08',
    slug: 'secret-for-confidential-client',
    title: 'gives a client that authenticates with a secret that secret',
    spec: [rfc7591('3.2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'The client cannot authenticate, so no token can ever be had.',
    judge: every(clients(...typeCases), hasSecretIfConfidential),
    mutant: idpMutant(
      'leaves the secret out',
      rewrite('register-web-minimal', dropMembers('client_secret', 'client_secret_expires_at')),
    ),
  },
  {
    id: 'IR-09',
    slug: 'secret-expiry-stated',
    title: 'says with each secret when it expires',
    spec: [rfc7591('3.2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    quote: 'client_secret_expires_at: REQUIRED if "client_secret" is issued.',
    why: 'A client cannot know when to renew its secret, and stops working one day.',
    judge: every(clients(...typeCases), saysWhenSecretExpires),
    mutant: idpMutant('leaves it out', rewrite('register-web-minimal', dropMembers('client_secret_expires_at'))),
  },
  {
    id: 'IR-10',
    slug: 'no-expiry-without-secret',
    title: 'says nothing of the expiry of a secret that it did not give',
    spec: [rfc7591('3.2.1'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: web,
    why: 'A client may take its missing secret for one that it lost.',
    judge: every(clients(...typeCases), saysNoExpiryWithoutSecret),
    mutant: idpMutant('says 0', rewrite('register-spa-minimal', setMembers({ client_secret_expires_at: 0 }))),
  },
  {
    id: 'IR-11',
    slug: 'secret-of-one-client',
    title: 'gives each client a secret of its own',
    spec: [rfc7591('3.2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'Whoever has one client can use the other.',
    judge: distinct(statedMembers(['client_secret'], ...distinctRefs)),
    mutant: idpMutant(
      'gives the same secret twice',
      ...rewriteEach(
        ['register-web-minimal', 'register-native-apim'],
        setMembers({ client_secret: 'the-one-and-only-secret-of-this-identity-provider' }),
      ),
    ),
  },
  {
    id: 'IR-12',
    slug: 'no-secret-for-public-client',
    title: 'gives a client without authentication no secret',
    spec: [rfc6749('10.1'), rfc6749('2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('register-spa-explicit'),
    quote:
      'The authorization server MUST NOT issue client passwords or other client credentials to native application or user-agent-based application clients for the purpose of client authentication.',
    why: 'Such a secret ships with the application, so everyone has it, and someone will trust it.',
    judge: every(clients(...typeCases), hasNoSecretIfPublic),
    mutant: idpMutant(
      'gives one all the same',
      rewrite(
        'register-native-minimal',
        setMembers({ client_secret: 'made-up-secret-that-nobody-may-have-0123456789', client_secret_expires_at: 0 }),
      ),
    ),
  },
  {
    id: 'IR-13',
    slug: 'issue-time-in-seconds',
    title: 'says in seconds since 1970 when the identifier was issued',
    spec: [rfc7591('3.2.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: web,
    why: 'Milliseconds are read as a date in the distant future, and a wrong clock makes tokens of no use.',
    judge: every(statedMembers(['client_id_issued_at'], ...typeCases), isNow),
    mutant: idpMutant(
      'says milliseconds',
      rewrite('register-spa-minimal', setMembers({ client_id_issued_at: 1_700_000_000_000 })),
    ),
  },
  {
    id: 'IR-47',
    slug: 'same-request-new-client',
    title: 'makes two clients of two equal requests',
    spec: [rfc7591('3.2.1'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('register-twice'),
    why: 'Two applications of the same name would share one client, and deleting one would break the other.',
    judge: distinct(statedMembers(['client_id'], 'register-twice#first', 'register-twice#second')),
    mutant: idpMutant(
      'gives back the first client',
      ...rewriteEach(['register-twice#first', 'register-twice#second'], setMembers({ client_id: 'same' })),
    ),
  },
  {
    id: 'IR-49',
    slug: 'secret-hard-to-guess',
    title: 'makes secrets that can hold 128 bits',
    spec: [rfc6749('10.10')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    quote:
      'The probability of an attacker guessing generated tokens (and other credentials not intended for handling by end-users) MUST be less than or equal to 2^(-128).',
    why: 'A short secret can be tried out.',
    judge: every(statedMembers(['client_secret'], ...typeCases), isLongSecret),
    mutant: idpMutant('gives six digits', rewrite('register-web-minimal', setMembers({ client_secret: '123456' }))),
  },
);
