import { every } from '../../rules.ts';
import { interoperability, rfc7591, rfc7592 } from '../../specs.ts';
import { cases, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isTaken } from '../outcomes.ts';
import { registeredMembers } from '../registration/registered.ts';
import { isText } from '../demands.ts';
import { dropMembers, idpMutant, refuse, rewrite, setStatus } from '../rewrite.ts';

const must = { level: 'INTEROP', levelIn: { gravitee: 'MUST' }, profiles: ['gravitee'] } as const;

/** What Gravitee APIM needs to edit an application, to renew its secret, and when it is deleted. */
export const apimManagement = defineIdpChecks(
  {
    ...must,
    id: 'AP-11',
    slug: 'management-pair-in-every-answer',
    title: 'gives the registration access token and its address in every answer that APIM stores',
    spec: [rfc7592('3'), interoperability],
    needs: cases('register-web-apim', 'update-as-apim'),
    why: 'APIM stores the last answer as the whole truth: without the pair the next edit does not reach the IdP.',
    judge: every(
      registeredMembers(
        ['registration_access_token', 'registration_client_uri'],
        'register-web-apim',
        'update-as-apim',
        'renew',
      ),
      isText,
    ),
    mutant: idpMutant(
      'gives it at registration alone',
      rewrite('update-as-apim', dropMembers('registration_access_token', 'registration_client_uri')),
    ),
  },
  {
    ...must,
    id: 'AP-12',
    slug: 'update-of-known-members',
    title: 'takes an update without the secret, with only the members that APIM knows',
    spec: [rfc7592('2.2'), interoperability],
    needs: cases('update-as-apim'),
    why: 'APIM has a fixed list of members, and the secret is not in it.',
    judge: every(statuses('update-as-apim'), isTaken),
    mutant: idpMutant('wants the secret', rewrite('update-as-apim', refuse(400, 'invalid_request'))),
    related: ['IU-23'],
  },
  {
    id: 'AP-19',
    slug: 'renewal-endpoint',
    title: 'renews a secret at an address that APIM can be given',
    spec: [interoperability],
    level: 'MAY',
    profiles: ['gravitee'],
    needs: cases('renew'),
    why: 'Otherwise renewal must be off in the provider, and a secret that leaked lives as long as its client.',
    judge: every(statuses('renew'), isTaken),
    mutant: idpMutant('knows no such address', rewrite('renew', setStatus(404))),
    related: ['IN-01'],
  },
  {
    id: 'AP-20',
    slug: 'orphans-can-be-deleted',
    title: 'deletes a client for whoever has its registration access token',
    spec: [rfc7592('2.3'), rfc7591('5'), interoperability],
    level: 'SHOULD',
    profiles: ['gravitee'],
    needs: cases('delete'),
    why: 'APIM sends no DELETE: the client of a deleted application stays, and somebody has to remove it.',
    judge: every(statuses('delete'), isTaken),
    mutant: idpMutant('keeps it', rewrite('delete', setStatus(405))),
  },
);
