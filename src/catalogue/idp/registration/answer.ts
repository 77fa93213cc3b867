import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { interoperability, registration10, rfc6749, rfc7591, rfc7592, rfc9111 } from '../../specs.ts';
import { holds } from '../../demands.ts';
import { cases, headers, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isJsonType, isNoStore } from '../demands.ts';
import { dropHeader, dropMembers, idpMutant, rewrite, setHeader, setMembers, setStatus } from '../rewrite.ts';
import { hasPair, hasWholePair, isAbsoluteHttp, isAtIssuer, isProtected } from './demands.ts';
import { clients, statedMembers, typeCases } from './registered.ts';

const web = cases('register-web-explicit');

/** The answer to a registration as an HTTP message, and the way on to the client that it names. */
export const answer = defineIdpChecks(
  {
    id: 'IR-01',
    slug: 'registration-created',
    title: 'answers a registration with 201',
    spec: [rfc7591('3.2.1'), registration10('3.2')],
    level: 'MUST',
    levelIn: { oidc: 'SHOULD' },
    profiles: everyProfile,
    needs: web,
    why: 'A client that waits for 201 takes any other answer for a refusal, and its registration is lost.',
    judge: every(statuses('register-web-explicit', 'register-charset'), is(201)),
    mutant: idpMutant('answers with 200', rewrite('register-charset', setStatus(200))),
  },
  {
    id: 'IR-02',
    slug: 'registration-media-type',
    title: 'says that the answer to a registration is JSON',
    spec: [rfc7591('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'A client that goes by the media type does not parse the answer.',
    judge: every(headers('Content-Type', ...typeCases), isJsonType),
    mutant: idpMutant('says text/plain', rewrite('register-spa-minimal', setHeader('Content-Type', 'text/plain'))),
  },
  {
    id: 'IR-03',
    slug: 'registration-no-store',
    title: 'forbids to store an answer that has credentials',
    spec: [rfc6749('5.1'), rfc9111('5.2.2.5')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'A cache on the way keeps the secret of the client and the token that manages it.',
    judge: every(headers('Cache-Control', 'register-web-explicit', 'register-b2b-explicit'), isNoStore),
    mutant: idpMutant('leaves Cache-Control out', rewrite('register-b2b-explicit', dropHeader('Cache-Control'))),
  },
  {
    id: 'IR-04',
    slug: 'registration-pragma',
    title: 'says Pragma: no-cache for caches of HTTP/1.0',
    spec: [rfc6749('5.1'), rfc9111('5.4')],
    level: 'INTEROP',
    profiles: ['oauth'],
    needs: web,
    why: 'RFC 6749 asks for it; RFC 9111 has given it up, so only very old caches miss it.',
    judge: every(
      headers('Pragma', 'register-web-explicit'),
      holds('no-cache', (value) => value?.trim().toLowerCase() === 'no-cache'),
    ),
    mutant: idpMutant('leaves Pragma out', rewrite('register-web-explicit', dropHeader('Pragma'))),
  },
  {
    id: 'IR-21',
    slug: 'management-pair-whole',
    title: 'gives the address of the client and its token together, or neither',
    spec: [rfc7592('3'), registration10('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'One without the other cannot be used: the client can never be read, changed or deleted.',
    judge: every(clients(...typeCases), hasWholePair),
    mutant: idpMutant(
      'leaves the token out',
      rewrite('register-spa-minimal', dropMembers('registration_access_token')),
    ),
  },
  {
    id: 'IR-22',
    slug: 'management-uri-absolute',
    title: 'gives the address of the client as an absolute URI',
    spec: [rfc7592('3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'A client uses the address as it stands; a relative one leads nowhere.',
    judge: every(statedMembers(['registration_client_uri'], ...typeCases), isAbsoluteHttp),
    mutant: idpMutant(
      'gives a relative address',
      rewrite('register-spa-minimal', setMembers({ registration_client_uri: '/reg/1' })),
    ),
  },
  {
    id: 'IR-23',
    slug: 'management-uri-tls',
    title: 'protects the address of the client with TLS',
    spec: [rfc7592('2'), rfc7592('5')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'The registration access token is sent there, and over http everyone on the way can read it.',
    judge: every(statedMembers(['registration_client_uri'], ...typeCases), isProtected),
    mutant: idpMutant(
      'names an http address behind its proxy',
      rewrite('register-spa-minimal', setMembers({ registration_client_uri: 'http://idp.internal/reg/1' })),
    ),
    related: ['IR-48'],
  },
  {
    id: 'IR-24',
    slug: 'management-pair-given',
    title: 'gives each client an address and a token to manage it with',
    spec: [rfc7592('3'), interoperability],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: web,
    why: 'Without them the product can neither change nor renew what it has registered.',
    judge: every(clients('register-web-explicit', 'register-web-apim'), hasPair),
    mutant: idpMutant(
      'gives none',
      rewrite('register-web-apim', dropMembers('registration_access_token', 'registration_client_uri')),
    ),
    related: ['AP-11'],
  },
  {
    id: 'IR-48',
    slug: 'management-uri-at-issuer',
    title: 'gives the address of the client at the host of the issuer',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata', 'register-web-explicit'),
    why: 'An inner host name behind a proxy cannot be reached from where the product runs.',
    judge: every(statedMembers(['registration_client_uri'], ...typeCases), isAtIssuer),
    mutant: idpMutant(
      'names another host',
      rewrite('register-spa-minimal', setMembers({ registration_client_uri: 'https://idp.internal/reg/1' })),
    ),
  },
);
