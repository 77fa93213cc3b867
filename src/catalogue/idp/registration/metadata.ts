import { connect, everyProfile } from '../../define.ts';
import { isPresent } from '../../demands.ts';
import { every } from '../../rules.ts';
import { interoperability, registration10, rfc7591 } from '../../specs.ts';
import { cases } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { dropMembers, idpMutant, rewrite, setMembers } from '../rewrite.ts';
import {
  hasDefaults,
  hasGrantOfResponses,
  hasMembersOfTheirTypes,
  hasResponseOfGrants,
  isApplicationType,
  isStated,
  keepsToReservedTypes,
  leavesUnsetMembersOut,
} from './demands.ts';
import { askedMembers, clients, registeredMembers, typeCases } from './registered.ts';

const web = cases('register-web-explicit');

/** Members that always have a value, asked for or by default (RFC 7591 §2). */
const defaulted = ['grant_types', 'response_types', 'token_endpoint_auth_method'];

/** What an IdP says of the client that it made. */
export const metadata = defineIdpChecks(
  {
    id: 'IR-14',
    slug: 'requested-members-stated',
    title: 'states what became of each member that was asked for',
    spec: [rfc7591('3.2.1'), registration10('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'A client cannot know what it may do, and a product that stores the answer loses the member.',
    judge: every(
      askedMembers(
        ['redirect_uris', 'client_name', ...defaulted],
        'register-web-explicit',
        'register-native-explicit',
        'register-charset',
      ),
      isStated,
    ),
    mutant: idpMutant('leaves redirect_uris out', rewrite('register-charset', dropMembers('redirect_uris'))),
  },
  {
    id: 'IR-15',
    slug: 'defaults-stated',
    title: 'states the defaults that it chose',
    spec: [rfc7591('3.2.1'), rfc7591('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('register-web-minimal'),
    why: 'A client that asked for little does not learn how it has to authenticate and which flow it may use.',
    judge: every(registeredMembers(defaulted, 'register-web-minimal'), isPresent),
    mutant: idpMutant('hides them', rewrite('register-web-minimal', dropMembers(...defaulted))),
  },
  {
    id: 'IR-16',
    slug: 'members-of-their-types',
    title: 'gives each member the JSON type that it has in RFC 7591',
    spec: [rfc7591('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: web,
    why: 'A typed parser drops the whole answer, and with it a client that exists.',
    judge: every(clients(...typeCases, 'register-b2b-scope-string', 'register-links'), hasMembersOfTheirTypes),
    mutant: idpMutant(
      'gives scope as an array',
      rewrite('register-links', setMembers({ scope: ['openid', 'profile'] })),
    ),
  },
  {
    id: 'IR-17',
    slug: 'unset-members-left-out',
    title: 'leaves members without a value out',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: web,
    why: 'Strict clients refuse null where RFC 7591 has an array or a string.',
    judge: every(clients(...typeCases), leavesUnsetMembersOut),
    mutant: idpMutant('says contacts: null', rewrite('register-spa-minimal', setMembers({ contacts: null }))),
  },
  {
    id: 'IR-18',
    slug: 'responses-have-their-grants',
    title: 'registers no response type without its grant',
    spec: [rfc7591('2.1'), registration10('2')],
    level: 'MUST',
    levelIn: { oauth: 'SHOULD' },
    profiles: everyProfile,
    needs: web,
    why: 'The client starts a flow that it cannot finish.',
    judge: every(clients(...typeCases), hasGrantOfResponses),
    mutant: idpMutant(
      'registers code without its grant',
      rewrite('register-b2b-apim', setMembers({ response_types: ['code'] })),
    ),
  },
  {
    id: 'IR-29',
    slug: 'application-type-kept',
    title: 'keeps the application type native, and takes web where none is given',
    spec: [registration10('2'), interoperability],
    level: 'INTEROP',
    profiles: connect,
    needs: cases('register-web-minimal', 'register-native-explicit'),
    why: 'Which redirect URIs are allowed depends on it.',
    judge: every(clients('register-web-minimal', 'register-native-explicit'), isApplicationType),
    mutant: idpMutant('drops it', rewrite('register-native-explicit', dropMembers('application_type'))),
  },
  {
    id: 'IR-25',
    slug: 'defaults-of-the-specification',
    title: 'takes the defaults of RFC 7591: code, authorization_code, client_secret_basic',
    spec: [rfc7591('2'), rfc7591('3.1')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: cases('register-web-minimal'),
    why: 'A client that goes by the specification uses what it was not registered for.',
    judge: every(clients('register-web-minimal'), hasDefaults),
    mutant: idpMutant(
      'takes client_secret_post',
      rewrite('register-web-minimal', setMembers({ token_endpoint_auth_method: 'client_secret_post' })),
    ),
  },
  {
    id: 'IR-43',
    slug: 'reserved-members-of-their-types',
    title: 'uses the members of Gravitee Access Management only with the types that they have there',
    spec: [interoperability],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: web,
    why: 'The product reads id, domain, enabled, created_at and updated_at, and fails on another type.',
    judge: every(clients(...typeCases), keepsToReservedTypes),
    mutant: idpMutant('says enabled: "yes"', rewrite('register-spa-minimal', setMembers({ enabled: 'yes' }))),
  },
  {
    id: 'IR-50',
    slug: 'grants-have-their-responses',
    title: 'registers no redirect-based grant without a response type',
    spec: [rfc7591('2.1')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: web,
    why: 'The client has a grant that it has no way to use, or one that it did not ask for.',
    judge: every(clients(...typeCases), hasResponseOfGrants),
    mutant: idpMutant(
      'adds authorization_code',
      rewrite('register-b2b-apim', setMembers({ grant_types: ['client_credentials', 'authorization_code'] })),
    ),
  },
);
