import { every } from '../../rules.ts';
import { holds } from '../../demands.ts';
import { interoperability } from '../../specs.ts';
import { cases, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isTaken } from '../outcomes.ts';
import { registeredMembers } from '../registration/registered.ts';
import { idpMutant, refuse, rewrite, setMembers } from '../rewrite.ts';

const isTime = (value: unknown) =>
  value === undefined || typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value));

const isTimeOrAbsent = holds('absent, a number, or a date as ISO 8601 writes it', isTime);

/** What Gravitee APIM needs beyond what every registering product needs. */
export const apimRegistration = defineIdpChecks(
  {
    id: 'AP-07',
    slug: 'scope-array-taken',
    title: 'registers a client whose scope is an array',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: ['gravitee'],
    needs: cases('register-b2b-scope-array'),
    why: 'APIM 4.5 and later send scope so; otherwise it has to stay out of the additional client metadata.',
    judge: every(statuses('register-b2b-scope-array'), isTaken),
    mutant: idpMutant('refuses it', rewrite('register-b2b-scope-array', refuse(400, 'invalid_client_metadata'))),
  },
  {
    id: 'AP-09',
    slug: 'reserved-times-readable',
    title: 'writes created_at and updated_at as times, where it has such members',
    spec: [interoperability],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: ['gravitee'],
    needs: cases('register-web-apim'),
    why: 'APIM reads members of these names as dates and throws the whole answer away when it cannot.',
    judge: every(registeredMembers(['created_at', 'updated_at'], 'register-web-apim'), isTimeOrAbsent),
    mutant: idpMutant('says yesterday', rewrite('register-web-apim', setMembers({ created_at: 'yesterday' }))),
    related: ['IR-43'],
  },
);
