import { every } from '../../rules.ts';
import { holds } from '../../demands.ts';
import { graviteeApplicationTypes, interoperability, rfc7591 } from '../../specs.ts';
import { answers, cases, statuses } from '../answers.ts';
import { both, inSuccesses } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, isText } from '../demands.ts';
import { isTaken } from '../outcomes.ts';
import { registeredMembers, statusesBeside } from '../registration/registered.ts';
import { dropMembers, idpMutant, refuse, rewrite, setMembers } from '../rewrite.ts';
import { asApim, asApimUpper, isJsonObject, isReadable, knownMembers } from './answers.ts';

const must = { level: 'INTEROP', levelIn: { gravitee: 'MUST' }, profiles: ['gravitee'] } as const;

const isTime = (value: unknown) =>
  value === undefined || typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value));

const isTimeOrAbsent = holds('absent, a number, or a date as ISO 8601 writes it', isTime);

/** What Gravitee APIM needs beyond what every registering product needs. */
export const apimRegistration = defineIdpChecks(
  {
    ...must,
    id: 'AP-05',
    slug: 'apim-application-types-taken',
    title: 'registers each application type as APIM spells it, in lower and in upper case',
    spec: [graviteeApplicationTypes],
    needs: cases('register-b2b-apim', 'register-web-apim', 'register-spa-apim', 'register-native-apim'),
    why: 'The type is sent as APIM names it; the Console of 4.4 and later names it in upper case.',
    judge: every(statusesBeside(['register-web-explicit', 'register-charset'], ...asApim, ...asApimUpper), isTaken),
    mutant: idpMutant(
      'knows web and native only',
      rewrite('register-b2b-apim', refuse(400, 'invalid_client_metadata')),
    ),
    related: ['IR-30'],
  },
  {
    ...must,
    id: 'AP-06',
    slug: 'empty-lists-taken',
    title: 'registers a Backend to Backend client with empty redirect_uris and response_types',
    spec: [rfc7591('2'), interoperability],
    needs: cases('register-b2b-explicit'),
    why: 'APIM sends both, empty, with every such application.',
    judge: every(statuses('register-b2b-explicit'), isTaken),
    mutant: idpMutant('wants something in them', rewrite('register-b2b-explicit', refuse(400, 'invalid_redirect_uri'))),
    related: ['IR-27'],
  },
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
    ...must,
    id: 'AP-08',
    slug: 'registration-answer-parsed',
    title: 'answers a registration with a JSON object whose members have the types of RFC 7591',
    spec: [rfc7591('3.2.1'), rfc7591('2'), interoperability],
    needs: cases('register-web-apim', 'register-b2b-apim'),
    why: 'One member of another type, and APIM throws the answer away: the client exists, the application does not.',
    judge: both(
      every(inSuccesses(answers(...asApim, ...asApimUpper)), isJsonObject),
      every(knownMembers(...asApim, ...asApimUpper), isReadable),
    ),
    mutant: idpMutant('writes scope as a list', rewrite('register-web-apim', setMembers({ scope: ['openid'] }))),
    related: ['IR-16'],
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
  {
    ...must,
    id: 'AP-10',
    slug: 'credentials-in-answer',
    title: 'gives a client_id, and a client_secret to an application that has a back end',
    spec: [rfc7591('3.2.1'), interoperability],
    needs: cases('register-b2b-apim', 'register-web-apim'),
    why: 'APIM stores what it finds, also nothing: the application then exists without a client id.',
    judge: both(
      every(registeredMembers(['client_id'], ...asApim, ...asApimUpper), isText),
      every(registeredMembers(['client_secret'], 'register-b2b-apim', 'register-web-apim'), isText),
    ),
    mutant: idpMutant('gives no secret', rewrite('register-web-apim', dropMembers('client_secret'))),
    related: ['IR-08', 'IR-10'],
  },
  {
    id: 'AP-13',
    slug: 'public-when-asked',
    title: 'registers a single-page and a native application without a secret when the auth method none is asked for',
    spec: [rfc7591('2'), interoperability],
    level: 'SHOULD',
    profiles: ['gravitee'],
    needs: cases('register-spa-explicit', 'register-native-explicit'),
    why: 'APIM sends the method only where it stands in the additional client metadata; without it a browser gets a secret.',
    judge: both(
      every(statuses('register-spa-explicit', 'register-native-explicit'), isTaken),
      every(
        registeredMembers(['token_endpoint_auth_method'], 'register-spa-explicit', 'register-native-explicit'),
        equals('none'),
      ),
    ),
    mutant: idpMutant(
      'knows no public client',
      rewrite('register-spa-explicit', refuse(400, 'invalid_client_metadata')),
    ),
  },
);
