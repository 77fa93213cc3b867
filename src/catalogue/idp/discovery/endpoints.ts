import { connect, everyProfile } from '../../define.ts';
import { holds, isPresent } from '../../demands.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { objectOf } from '../../../recording/body.ts';
import { every, type Demand, type ExchangeSpot } from '../../rules.ts';
import { discovery10, interoperability, rfc7591, rfc8414 } from '../../specs.ts';
import { cases, read, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isText } from '../demands.ts';
import { dropMembers, idpMutant, mapMember, rewrite, setMembers, setStatus } from '../rewrite.ts';
import { agrees, isBare, isPrefixOfAddress, isReachable, isSecureUrl, members, membersNamed } from './metadata.ts';

const required = [
  'authorization_endpoint',
  'jwks_uri',
  'response_types_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
];

const bareAndSecure: Demand<ExchangeSpot> = (spot, context) => isSecureUrl(spot, context) ?? isBare(spot, context);

const isThere = holds<number>('anything but 404 or 501', (value) => value !== 404 && value !== 501);

/** The second document is optional; one that is there must agree. */
const documentsAgree = every(
  read(['oauth-metadata'], 'is a discovery document', (exchange: SeenExchange) => {
    const value = exchange.response.status === 200 ? objectOf(exchange.response.json) : undefined;
    return value === undefined ? [] : [{ value, exchange, part: 'response body', pointer: '' }];
  }),
  (spot, context) =>
    ['issuer', 'token_endpoint', 'registration_endpoint']
      .map((name) => agrees(name)(spot, context))
      .find((complaint) => complaint !== undefined),
);

export const discoveryEndpoints = defineIdpChecks(
  {
    id: 'ID-03',
    slug: 'issuer-is-the-prefix',
    title: 'names the issuer that its address begins with',
    spec: [discovery10('4.3'), rfc8414('3.3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A client that compares the two, as it must, trusts nothing else in the document.',
    judge: every(members('issuer'), isPrefixOfAddress),
    mutant: idpMutant(
      'names another host as issuer',
      rewrite('metadata', setMembers({ issuer: 'https://inner.example/realm' })),
    ),
    related: ['ID-16', 'ID-17', 'IR-48'],
  },
  {
    id: 'ID-04',
    slug: 'issuer-is-bare-https',
    title: 'has an https issuer without query and fragment',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'The addresses of the metadata follow from the issuer; a query or fragment makes that impossible.',
    judge: every(members('issuer'), bareAndSecure),
    mutant: idpMutant(
      'has an issuer with a query',
      rewrite(
        'metadata',
        mapMember('issuer', (issuer) => `${String(issuer)}?x`),
      ),
    ),
    related: ['ID-03', 'ID-17'],
  },
  {
    id: 'ID-05',
    slug: 'registration-endpoint-named',
    title: 'names its registration endpoint',
    spec: [rfc8414('2'), discovery10('3')],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'API managers read the address there; there is no field to type it in.',
    judge: every(members('registration_endpoint'), isText),
    mutant: idpMutant('leaves the member out', rewrite('metadata', dropMembers('registration_endpoint'))),
    related: ['AP-01'],
  },
  {
    id: 'ID-06',
    slug: 'registration-endpoint-exists',
    title: 'answers at the registration endpoint that it names',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('register-without-token'),
    why: 'An address that leads nowhere looks like a wrong setting of the product.',
    judge: every(statuses('register-without-token'), isThere),
    mutant: idpMutant('answers with 404', rewrite('register-without-token', setStatus(404))),
    related: ['IA-01', 'IA-21'],
  },
  {
    id: 'ID-07',
    slug: 'token-endpoint-named',
    title: 'names its token endpoint',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'Without it no token can be asked for.',
    judge: every(members('token_endpoint'), isText),
    mutant: idpMutant('leaves the member out', rewrite('metadata', dropMembers('token_endpoint'))),
    related: ['AP-01'],
  },
  {
    id: 'ID-08',
    slug: 'required-members',
    title: 'states what OpenID Connect requires of metadata',
    spec: [discovery10('3')],
    level: 'MUST',
    profiles: connect,
    needs: cases('metadata'),
    why: 'Client libraries stop at the first required member that is missing.',
    judge: every(members(...required), isPresent),
    mutant: idpMutant('leaves jwks_uri out', rewrite('metadata', dropMembers('jwks_uri'))),
  },
  {
    id: 'ID-15',
    slug: 'endpoints-are-https',
    title: 'has https addresses for all endpoints',
    spec: [rfc8414('2'), rfc7591('3')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'Tokens and secrets go to these addresses.',
    judge: every(membersNamed(/(_endpoint|^jwks_uri)$/), isSecureUrl),
    mutant: idpMutant(
      'names a revocation endpoint with http',
      rewrite('metadata', setMembers({ revocation_endpoint: 'http://idp.example/revoke' })),
    ),
  },
  {
    id: 'ID-16',
    slug: 'endpoints-are-reachable',
    title: 'names endpoints that can be reached from outside',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'An IdP behind a proxy often names the host it has inside.',
    judge: every(membersNamed(/^(token_endpoint|registration_endpoint|jwks_uri)$/), isReachable),
    mutant: idpMutant(
      'names a host of the inner network',
      rewrite('metadata', setMembers({ jwks_uri: 'https://keycloak:8443/certs' })),
    ),
  },
  {
    id: 'ID-17',
    slug: 'documents-agree',
    title: 'says the same in both discovery documents',
    spec: [rfc8414('3')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata', 'oauth-metadata'),
    why: 'Which of the two a client reads must not matter.',
    judge: documentsAgree,
    mutant: idpMutant(
      'names another issuer in one of them',
      rewrite('oauth-metadata', setMembers({ issuer: 'https://other.example' })),
    ),
  },
);
