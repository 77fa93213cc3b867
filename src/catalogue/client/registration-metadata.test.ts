import { cases } from './cases.ts';
import { dropMember, each, editRecording, named, setMembers } from './mutations.ts';

const lone = named('Lone web');
const everything = named('Everything');

cases(
  'R-11',
  { says: 'an empty string', outcome: 'fail', changes: [setMembers(lone, { scope: '' })] },
  { says: 'null, which R-05 says', outcome: 'pass', changes: [setMembers(lone, { scope: null })] },
);

cases('R-13', {
  says: 'a number among the strings',
  outcome: 'fail',
  changes: [setMembers(everything, { contacts: ['a', 1] })],
});

cases('R-14', {
  says: 'a number as text',
  outcome: 'fail',
  changes: [setMembers(everything, { default_max_age: '3600' })],
});

cases(
  'R-15',
  { says: 'no name', outcome: 'warn', changes: [dropMember(lone, 'client_name')] },
  {
    says: 'another normal form of Unicode',
    outcome: 'warn',
    changes: [setMembers(lone, { client_name: 'Lone web\u0301' })],
  },
  {
    says: 'any name where the story says nothing of names',
    outcome: 'pass',
    changes: [
      setMembers(lone, { client_name: 'Lone' }),
      editRecording('golden-oauth', (recording) => ({ ...recording, applications: [] })),
    ],
  },
);

cases('R-17', { says: 'an empty redirect URI', outcome: 'fail', changes: [setMembers(lone, { redirect_uris: [''] })] });

cases('R-19', {
  says: 'a symmetric key',
  outcome: 'fail',
  changes: [setMembers(everything, { jwks: { keys: [{ kty: 'oct', k: '[secret:000000000003]' }] } })],
});

cases(
  'R-20',
  {
    says: 'a hybrid response type needs both grants',
    outcome: 'fail',
    changes: [setMembers(lone, { response_types: ['code id_token'] })],
  },
  {
    says: 'id_token is no word of RFC 7591',
    outcome: 'pass',
    profile: 'oauth',
    changes: [setMembers(lone, { response_types: ['code', 'id_token'] })],
  },
  {
    says: 'response types that only the default gives',
    outcome: 'pass',
    changes: [dropMember(named('Lone back end'), 'response_types')],
  },
  {
    says: 'both left to their defaults',
    outcome: 'pass',
    changes: [dropMember(lone, 'response_types'), dropMember(lone, 'grant_types')],
  },
  {
    says: 'the code grant without the response type',
    outcome: 'fail',
    changes: [setMembers(lone, { response_types: [] })],
  },
);

cases(
  'R-21',
  {
    says: 'no application type is fine where RFC 7591 alone counts',
    outcome: 'pass',
    profile: 'oauth',
    changes: [dropMember(lone, 'application_type')],
  },
  { says: 'no application type', outcome: 'warn', changes: [dropMember(lone, 'application_type')] },
);

cases('R-23', {
  says: 'an algorithm that the metadata does not list',
  outcome: 'fail',
  changes: [setMembers(everything, { token_endpoint_auth_signing_alg: 'PS256' })],
});

cases('R-24', {
  says: 'the key algorithm of another member does not count',
  outcome: 'fail',
  changes: [setMembers(everything, { userinfo_encrypted_response_enc: 'A128CBC-HS256' })],
});

cases('R-28', {
  says: 'two redirect URIs on one host',
  outcome: 'not-applicable',
  changes: [setMembers(everything, { redirect_uris: ['https://a.example/1', 'https://a.example:8443/2'] })],
});

cases(
  'R-30',
  {
    says: 'http for a request object that will be signed',
    outcome: 'pass',
    changes: [setMembers(everything, { request_uris: ['http://a.example/r'], request_object_signing_alg: 'RS256' })],
  },
  {
    says: 'http for one that will say so but is not',
    outcome: 'fail',
    changes: [setMembers(everything, { request_uris: ['http://a.example/r'], request_object_signing_alg: 'none' })],
  },
);

cases(
  'R-31',
  { says: 'no software id though the provider has one', outcome: 'warn', changes: [dropMember(lone, 'software_id')] },
  {
    says: 'two software ids where the provider is not known',
    outcome: 'warn',
    changes: [
      editRecording('golden-oauth', (recording) => ({ ...recording, provider: null })),
      setMembers(lone, { software_id: 'other' }),
    ],
  },
  {
    says: 'no software id anywhere where the provider is not known',
    outcome: 'not-applicable',
    changes: [
      dropMember(each('registration'), 'software_id'),
      (story) => story.map((recording) => ({ ...recording, provider: null })),
    ],
  },
);

cases('R-37', {
  says: 'an internal id deep inside',
  outcome: 'fail',
  changes: [setMembers(lone, { metadata: { userId: '1' } })],
});

cases(
  'R-38',
  { says: 'a tag that is none', outcome: 'warn', changes: [setMembers(lone, { 'client_name#fr_FR!': 'x' })] },
  {
    says: 'a name in one language only',
    outcome: 'warn',
    changes: [setMembers(lone, { 'tos_uri#de': 'https://a.example/' })],
  },
  { says: 'a tag in another case', outcome: 'pass', changes: [setMembers(lone, { 'client_name#JA-jpan-jp': 'x' })] },
);
