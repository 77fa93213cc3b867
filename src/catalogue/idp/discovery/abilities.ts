import { connect, everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { discovery10, rfc7517, rfc8414 } from '../../specs.ts';
import { cases, objects, presentMember } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { idpMutant, rewrite, setMembers } from '../rewrite.ts';
import { isPublicKeySet } from './keys.ts';
import { askedScopes, hasAll, isListedScope, members, membersNamed } from './metadata.ts';
import { isFilledList } from './lists.ts';

export const discoveryAbilities = defineIdpChecks(
  {
    id: 'ID-09',
    slug: 'rs256-offered',
    title: 'offers RS256 for ID tokens',
    spec: [discovery10('3')],
    level: 'MUST',
    profiles: connect,
    needs: cases('metadata'),
    why: 'It is the one algorithm that every client knows.',
    judge: every(members('id_token_signing_alg_values_supported'), hasAll('RS256')),
    mutant: idpMutant(
      'offers ES256 only',
      rewrite('metadata', setMembers({ id_token_signing_alg_values_supported: ['ES256'] })),
    ),
  },
  {
    id: 'ID-10',
    slug: 'basic-offered',
    title: 'offers client_secret_basic at the token endpoint',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'API managers show who they are in no other way.',
    judge: every(presentMember('token_endpoint_auth_methods_supported', 'metadata'), hasAll('client_secret_basic')),
    mutant: idpMutant(
      'offers client_secret_post only',
      rewrite('metadata', setMembers({ token_endpoint_auth_methods_supported: ['client_secret_post'] })),
    ),
  },
  {
    id: 'ID-11',
    slug: 'grants-offered',
    title: 'offers the grants that the four application types need',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A product that reads the list offers its users only what is in it.',
    judge: every(
      presentMember('grant_types_supported', 'metadata'),
      hasAll('client_credentials', 'authorization_code', 'refresh_token'),
    ),
    mutant: idpMutant(
      'does not list client_credentials',
      rewrite('metadata', setMembers({ grant_types_supported: ['authorization_code', 'refresh_token'] })),
    ),
  },
  {
    id: 'ID-12',
    slug: 'pkce-offered',
    title: 'offers S256 for PKCE',
    spec: [rfc8414('2')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A client that goes by the metadata leaves PKCE out where it is not listed.',
    judge: every(members('code_challenge_methods_supported'), hasAll('S256')),
    mutant: idpMutant(
      'offers plain only',
      rewrite('metadata', setMembers({ code_challenge_methods_supported: ['plain'] })),
    ),
  },
  {
    id: 'ID-13',
    slug: 'admin-scope-listed',
    title: 'lists the scope that opens registration',
    spec: [discovery10('3')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata', 'token'),
    why: 'An administrator looks there for the name.',
    judge: every(askedScopes, isListedScope),
    mutant: idpMutant('lists openid only', rewrite('metadata', setMembers({ scopes_supported: ['openid'] }))),
  },
  {
    id: 'ID-14',
    slug: 'registered-lists-are-arrays',
    title: 'writes lists as arrays, and leaves empty ones out',
    spec: [discovery10('4.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A typed parser stops at a text where a list is due.',
    judge: every(membersNamed(/(values|methods|types|modes|scopes|claims|locales)_supported$/), isFilledList),
    mutant: idpMutant(
      'writes the response modes as a text',
      rewrite('metadata', setMembers({ response_modes_supported: 'query' })),
    ),
  },
  {
    id: 'ID-21',
    slug: 'keys-are-public',
    title: 'publishes public keys only, each with a name of its own',
    spec: [discovery10('3'), rfc7517('9.2')],
    level: 'MUST',
    profiles: connect,
    needs: cases('keys'),
    why: 'Whoever has a private key can sign tokens as the IdP.',
    judge: every(objects('keys'), isPublicKeySet),
    mutant: idpMutant(
      'publishes a private exponent',
      rewrite('keys', setMembers({ keys: [{ kty: 'RSA', kid: 'x', d: 'AQAB' }] })),
    ),
  },
);
