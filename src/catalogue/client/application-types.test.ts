import { cases } from './cases.ts';
import { dropMember, eachOfType, named, setMembers } from './mutations.ts';

const backEnd = named('Lone back end');
const web = named('Lone web');
const spa = named('Lone SPA');
const native = named('Lone native');

cases(
  'RT-01',
  { says: 'no grants, which means the code grant', outcome: 'warn', changes: [dropMember(backEnd, 'grant_types')] },
  {
    says: 'the product’s contract',
    outcome: 'fail',
    profile: 'gravitee',
    changes: [dropMember(backEnd, 'grant_types')],
  },
);

cases(
  'RT-03',
  {
    says: 'no member, which RFC 7591 allows',
    outcome: 'pass',
    profile: 'oauth',
    changes: [dropMember(backEnd, 'redirect_uris')],
  },
  {
    says: 'no member, which OpenID Connect requires',
    outcome: 'fail',
    changes: [dropMember(backEnd, 'redirect_uris')],
  },
  {
    says: 'a made-up address',
    outcome: 'warn',
    profile: 'oauth',
    changes: [setMembers(backEnd, { redirect_uris: ['http://localhost'] })],
  },
);

cases('RT-05', {
  says: 'no application type',
  outcome: 'pass',
  changes: [dropMember(eachOfType('backend_to_backend'), 'application_type')],
});

cases('RT-06', {
  says: 'no grants, which means the code grant',
  outcome: 'pass',
  changes: [dropMember(web, 'grant_types')],
});

cases('RT-07', {
  says: 'a hybrid response type',
  outcome: 'pass',
  changes: [setMembers(web, { response_types: ['code token'] })],
});

cases('RT-08', { says: 'no member', outcome: 'fail', changes: [dropMember(web, 'redirect_uris')] });

cases(
  'RT-14',
  {
    says: 'an extension grant issues refresh tokens too',
    outcome: 'pass',
    changes: [setMembers(native, { grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'] })],
  },
  {
    says: 'refresh tokens for client credentials',
    outcome: 'warn',
    changes: [setMembers(backEnd, { grant_types: ['client_credentials', 'refresh_token'] })],
  },
);

cases('RT-16', {
  says: 'no method, which means a secret',
  outcome: 'fail',
  profile: 'bcp',
  changes: [dropMember(spa, 'token_endpoint_auth_method')],
});

cases(
  'RT-20',
  { says: 'no application type, which means web', outcome: 'fail', changes: [dropMember(native, 'application_type')] },
  { says: 'upper case', outcome: 'fail', changes: [setMembers(native, { application_type: 'NATIVE' })] },
);

cases('RT-28', {
  says: 'a type that one page leaves out is R-21’s matter',
  outcome: 'pass',
  changes: [dropMember(named('Console web'), 'application_type')],
});

cases(
  'RT-29',
  {
    says: 'another order of members',
    outcome: 'pass',
    changes: [dropMember(named('Portal web'), 'scope'), setMembers(named('Portal web'), { scope: 'openid profile' })],
  },
  {
    says: 'another name and home page',
    outcome: 'pass',
    changes: [setMembers(named('Portal web'), { client_uri: 'https://other.example/' })],
  },
);

cases('RT-30', {
  says: 'a certificate in any member',
  outcome: 'fail',
  changes: [setMembers(web, { extra: '-----BEGIN CERTIFICATE-----' })],
});
